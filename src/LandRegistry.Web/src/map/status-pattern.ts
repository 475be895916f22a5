import { STATUS_LOOKS, type Pattern, type Status } from "../parcels/status";

/** Edge of the repeating tile, in CSS pixels; every pattern below meets itself at the edges. */
export const PATTERN_SIZE = 12;

/**
 * Paints one repeat of a status' fill: its colour, its pattern, and broad white stripes when the
 * parcel is on hold. Map, legend and chips all call this, so they cannot differ.
 */
export function paintStatusPattern(context: CanvasRenderingContext2D, status: Status, onHold: boolean): void {
  const { fill, ink, pattern } = STATUS_LOOKS[status];
  context.fillStyle = fill;
  context.fillRect(0, 0, PATTERN_SIZE, PATTERN_SIZE);
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.globalAlpha = 0.55;
  context.lineWidth = 1;
  STROKES[pattern](context);
  context.globalAlpha = 1;
  if (onHold) paintHoldStripes(context);
}

const HALF = PATTERN_SIZE / 2;

const STROKES: Record<Pattern, (context: CanvasRenderingContext2D) => void> = {
  plain: () => undefined,
  dots: (context) => [HALF / 2, HALF * 1.5].forEach((at) => disc(context, at, at, 1.1)),
  rings: (context) => {
    context.beginPath();
    context.arc(HALF, HALF, 2.4, 0, Math.PI * 2);
    context.stroke();
  },
  rising: (context) => diagonals(context, false, 2),
  falling: (context) => diagonals(context, true, 2),
  horizontal: (context) => [3, 9].forEach((at) => line(context, 0, at, PATTERN_SIZE, at)),
  vertical: (context) => [3, 9].forEach((at) => line(context, at, 0, at, PATTERN_SIZE)),
  grid: (context) => {
    line(context, 0, HALF, PATTERN_SIZE, HALF);
    line(context, HALF, 0, HALF, PATTERN_SIZE);
  },
  cross: (context) => {
    line(context, 4, 4, 8, 8);
    line(context, 8, 4, 4, 8);
  },
};

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fill();
}

function line(context: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}

/** Diagonals that continue over the edges of the repeat. */
function diagonals(context: CanvasRenderingContext2D, isFalling: boolean, count: number): void {
  const step = PATTERN_SIZE / count;
  for (let offset = -PATTERN_SIZE; offset <= PATTERN_SIZE * 2; offset += step) {
    if (isFalling) line(context, offset, 0, offset + PATTERN_SIZE, PATTERN_SIZE);
    else line(context, offset, PATTERN_SIZE, offset + PATTERN_SIZE, 0);
  }
}

function paintHoldStripes(context: CanvasRenderingContext2D): void {
  context.strokeStyle = "#ffffff";
  context.lineWidth = 3;
  context.globalAlpha = 0.9;
  diagonals(context, false, 1);
  context.globalAlpha = 1;
}
