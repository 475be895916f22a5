import { ringDiameter, ringSlices, shortCount, type Share } from "../geometry/donut";
import { STATUS_LOOKS, STATUSES, type Status } from "../parcels/status";
import { drawImage, LABEL_FONT, type MapImage } from "./canvas-image";

export interface Ring {
  count: number;
  shares: Share[];
}

const MARGIN = 2;

/** The name under which the style asks for the ring of a cell (map-style.ts builds the same). */
export function ringId(cell: Record<string, unknown>): string {
  return `ring/${String(cell["count"])}/${STATUSES.map((status) => String(cell[status] ?? 0)).join(".")}`;
}

/** Reads `ring/<count>/<parcels of each status, in order, separated by dots>`. */
export function parseRingId(id: string): Ring | null {
  const [, count, counts] = id.split("/");
  const values = (counts ?? "").split(".").map(Number);
  if (values.length !== STATUSES.length || !values.every((value) => Number.isFinite(value) && value >= 0)) return null;
  const total = Number(count);
  if (!Number.isFinite(total) || total <= 0) return null;
  return { count: total, shares: STATUSES.map((status, index) => ({ key: status, count: values[index] ?? 0 })) };
}

/** A ring by status with the number of parcels in its middle. */
export function drawRing({ count, shares }: Ring): MapImage {
  const diameter = ringDiameter(count);
  const size = diameter + MARGIN * 2;
  const middle = size / 2;
  const thickness = Math.max(5, Math.round(diameter / 7));
  return drawImage(size, size, (context) => {
    context.beginPath();
    context.arc(middle, middle, diameter / 2, 0, Math.PI * 2);
    context.fillStyle = "#ffffff";
    context.shadowColor = "rgba(20, 40, 40, 0.28)";
    context.shadowBlur = 3;
    context.fill();
    context.shadowBlur = 0;
    for (const slice of ringSlices(shares)) {
      paintSlice(context, middle, (diameter - thickness) / 2 - 1, thickness, slice.from, slice.to, slice.key as Status);
    }
    context.fillStyle = "#1d2b2c";
    context.font = `600 ${diameter > 44 ? 13 : 11}px ${LABEL_FONT}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(shortCount(count), middle, middle + 0.5);
  });
}

function paintSlice(
  context: CanvasRenderingContext2D,
  middle: number,
  radius: number,
  thickness: number,
  from: number,
  to: number,
  status: Status,
): void {
  const angle = (share: number) => share * Math.PI * 2 - Math.PI / 2;
  context.beginPath();
  context.arc(middle, middle, radius, angle(from), angle(to));
  context.strokeStyle = STATUS_LOOKS[status].fill;
  context.lineWidth = thickness;
  context.stroke();
  if (to - from >= 1) return;
  // A thin white cut between slices keeps neighbours of similar lightness apart.
  const cut = angle(to);
  context.beginPath();
  context.moveTo(middle + Math.cos(cut) * (radius - thickness / 2), middle + Math.sin(cut) * (radius - thickness / 2));
  context.lineTo(middle + Math.cos(cut) * (radius + thickness / 2), middle + Math.sin(cut) * (radius + thickness / 2));
  context.strokeStyle = "#ffffff";
  context.lineWidth = 1;
  context.stroke();
}
