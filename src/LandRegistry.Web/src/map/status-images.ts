import { STATUS_LOOKS, isStatus, type Status } from "../parcels/status";
import type { Language } from "../view/view-url";
import { drawImage, LABEL_FONT, type MapImage } from "./canvas-image";
import { drawRing, parseRingId } from "./ring-image";
import { PATTERN_SIZE, paintStatusPattern } from "./status-pattern";

const BADGE = 30;
const BADGE_RADIUS = 9;
const POINT = 32;
const POINT_RADIUS = 12;
const PIN_WIDTH = 30;
const PIN_HEIGHT = 38;

/**
 * Makes the picture that a style asks for by name: `fill/idle/hold`, `badge/idle/open/zh`,
 * `point/idle/open/zh`, `ring/128/0.3.125…`. Returns null for a name of any other kind.
 */
export function makeMapImage(id: string): MapImage | null {
  const [kind, status, hold, language] = id.split("/");
  if (kind === "pin") return drawImage(PIN_WIDTH, PIN_HEIGHT, paintPin);
  if (kind === "ring") {
    const ring = parseRingId(id);
    return ring === null ? null : drawRing(ring);
  }
  if (!isStatus(status)) return null;
  const onHold = hold === "hold";
  const glyph = STATUS_LOOKS[status].glyph[(language ?? "zh") as Language];
  if (kind === "fill") return drawImage(PATTERN_SIZE, PATTERN_SIZE, (context) => paintStatusPattern(context, status, onHold));
  if (kind === "badge") return drawImage(BADGE, BADGE, (context) => paintBadge(context, status, onHold, glyph));
  if (kind === "point") return drawImage(POINT, POINT, (context) => paintPoint(context, status, onHold, glyph));
  return null;
}

/** The drop that points at the selected parcel. */
function paintPin(context: CanvasRenderingContext2D): void {
  const [middle, radius] = [PIN_WIDTH / 2, 12];
  context.beginPath();
  context.arc(middle, radius + 2, radius, Math.PI * 0.8, Math.PI * 2.2);
  context.lineTo(middle, PIN_HEIGHT - 2);
  context.closePath();
  context.lineJoin = "round";
  context.fillStyle = "#1d2b2c";
  context.strokeStyle = "#ffffff";
  context.lineWidth = 3;
  context.stroke();
  context.fill();
  context.beginPath();
  context.arc(middle, radius + 2, 4.5, 0, Math.PI * 2);
  context.fillStyle = "#f0b53c";
  context.fill();
}

/** A disc with the status' sign; two bars at its corner say "on hold". */
function paintBadge(context: CanvasRenderingContext2D, status: Status, onHold: boolean, glyph: string): void {
  const { fill, ink } = STATUS_LOOKS[status];
  context.beginPath();
  context.arc(BADGE / 2, BADGE / 2, BADGE_RADIUS, 0, Math.PI * 2);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 3;
  context.strokeStyle = "#ffffff";
  context.stroke();
  context.lineWidth = 1.25;
  context.strokeStyle = ink;
  context.stroke();
  writeGlyph(context, status, glyph, BADGE / 2);
  if (onHold) paintPause(context, BADGE - 6, 6);
}

/** A diamond instead of a disc: there is a place, but no surveyed boundary yet. */
function paintPoint(context: CanvasRenderingContext2D, status: Status, onHold: boolean, glyph: string): void {
  const { fill, ink } = STATUS_LOOKS[status];
  const middle = POINT / 2;
  context.beginPath();
  context.moveTo(middle, middle - POINT_RADIUS);
  context.lineTo(middle + POINT_RADIUS, middle);
  context.lineTo(middle, middle + POINT_RADIUS);
  context.lineTo(middle - POINT_RADIUS, middle);
  context.closePath();
  context.lineJoin = "round";
  context.fillStyle = fill;
  context.strokeStyle = "#ffffff";
  context.lineWidth = 3;
  context.stroke();
  context.fill();
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.setLineDash([3, 2]);
  context.stroke();
  context.setLineDash([]);
  writeGlyph(context, status, glyph, middle);
  if (onHold) paintPause(context, POINT - 6, 6);
}

function writeGlyph(context: CanvasRenderingContext2D, status: Status, glyph: string, middle: number): void {
  context.fillStyle = STATUS_LOOKS[status].onFill;
  context.font = `600 11px ${LABEL_FONT}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  // Centred by the drawn shape: font metrics of CJK and Latin letters differ too much for "middle".
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = context.measureText(glyph);
  context.fillText(glyph, middle, middle + (up - down) / 2);
}

function paintPause(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.arc(x, y, 5, 0, Math.PI * 2);
  context.fillStyle = "#1d2b2c";
  context.fill();
  context.strokeStyle = "#ffffff";
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = "#ffffff";
  context.fillRect(x - 2, y - 2.25, 1.4, 4.5);
  context.fillRect(x + 0.6, y - 2.25, 1.4, 4.5);
}
