import { metresPerPixel, roundScale } from "../geometry/scale";
import { PATTERN_SIZE, paintStatusPattern } from "../map/status-pattern";
import { STATUS_LOOKS, type Status } from "../parcels/status";
import type { SheetLayout } from "./sheet-layout";
import { zoomOfScale } from "./sheet-layout";
import { SheetPen } from "./sheet-pen";

export type SheetMark = "hold" | "point";

/** What stands on the sheet, in words of the reader's language. */
export interface SheetContent {
  title: string;
  /** Under the title: of which day, and what the filters leave. */
  subtitle: string;
  legendTitle: string;
  legend: readonly { status: Status; name: string; count: string }[];
  /** How the map shows what is on hold, and what is known by a point only. */
  marks: readonly { mark: SheetMark; name: string }[];
  /** What else lies on the map. */
  signs: readonly { sign: string; fill: string; ink: string; name: string; count: string }[];
  north: string;
  scale: string;
  denominator: number;
  latitude: number;
  foot: string;
  footEnd: string;
}

const INK = "#1d2b2c";
const QUIET = "#566665";
const ROW = 5.4;

/** Draws a sheet around a picture of the map. */
export function drawSheet(layout: SheetLayout, content: SheetContent, picture: CanvasImageSource, dotsPerInch: number): SheetPen {
  const pen = new SheetPen(layout.width, layout.height, dotsPerInch);
  const { title, map, foot } = layout;
  pen.write(content.title, title.x, title.y + 6.5, { size: 6, weight: 700, most: title.width });
  pen.write(content.subtitle, title.x, title.y + 12, { size: 3.2, colour: QUIET, most: title.width });
  pen.context.drawImage(picture, map.x, map.y, map.width, map.height);
  pen.context.strokeStyle = INK;
  pen.context.lineWidth = 0.35;
  pen.context.strokeRect(map.x, map.y, map.width, map.height);
  drawSide(pen, layout, content);
  pen.line([[foot.x, foot.y + 2], [foot.x + foot.width, foot.y + 2]], 0.2, "#cfd8d6");
  pen.write(content.foot, foot.x, foot.y + 6.5, { size: 2.6, colour: QUIET, most: foot.width * 0.6 });
  pen.write(content.footEnd, foot.x + foot.width, foot.y + 6.5, { size: 2.6, colour: QUIET, align: "right", most: foot.width * 0.38 });
  return pen;
}

/** Legend in columns, then scale and north arrow at the end of the side. */
function drawSide(pen: SheetPen, { side, map }: SheetLayout, content: SheetContent): void {
  const isColumn = side.height > side.width;
  const figures = isColumn ? { x: side.x, y: side.y + side.height - 30, width: side.width } : { x: side.x + side.width - 50, y: side.y + 4, width: 50 };
  pen.write(content.legendTitle, side.x, side.y + 4, { size: 3.4, weight: 600 });
  const top = side.y + 7;
  const bottom = isColumn ? figures.y - 4 : side.y + side.height;
  const rows = Math.max(1, Math.floor((bottom - top) / ROW));
  const column = isColumn ? side.width : 44;
  const items = [...content.legend, ...content.marks.map((item) => ({ ...item, count: "" })), ...content.signs];
  items.forEach((item, index) => {
    const x = side.x + Math.floor(index / rows) * (column + 2);
    const y = top + (index % rows) * ROW;
    if ("status" in item) drawSwatch(pen, item.status, false, x, y);
    else if ("sign" in item) drawSign(pen, item, x, y);
    else if (item.mark === "hold") drawSwatch(pen, "in_use", true, x, y);
    else drawPoint(pen, x, y);
    pen.write(item.name, x + 8, y + 3.3, { size: 3, most: item.count === "" ? column - 8 : column - 20 });
    pen.write(item.count, x + column - 1, y + 3.3, { size: 3, colour: QUIET, align: "right" });
  });
  drawScale(pen, figures.x, figures.y + 14, Math.min(figures.width - 12, map.width / 4), content);
  drawNorth(pen, figures.x + figures.width - 7, figures.y, content.north);
}

function drawSwatch({ context }: SheetPen, status: Status, onHold: boolean, x: number, y: number): void {
  const [width, height] = [6, 4];
  const tile = document.createElement("canvas");
  const fine = 4;
  tile.width = tile.height = PATTERN_SIZE * fine;
  const inner = tile.getContext("2d");
  if (inner === null) return;
  inner.scale(fine, fine);
  paintStatusPattern(inner, status, onHold);
  const pattern = context.createPattern(tile, "repeat");
  if (pattern === null) return;
  // A repeat is twelve CSS pixels wide on the map as well.
  pattern.setTransform(new DOMMatrix().translate(x, y).scale(25.4 / 96 / fine));
  context.fillStyle = pattern;
  context.fillRect(x, y, width, height);
  context.strokeStyle = STATUS_LOOKS[status].ink;
  context.lineWidth = 0.25;
  context.strokeRect(x, y, width, height);
}

/** A diamond with a broken line, as on the map. */
function drawPoint({ context }: SheetPen, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x + 3, y);
  context.lineTo(x + 5, y + 2);
  context.lineTo(x + 3, y + 4);
  context.lineTo(x + 1, y + 2);
  context.closePath();
  context.strokeStyle = INK;
  context.lineWidth = 0.3;
  context.setLineDash([0.6, 0.4]);
  context.stroke();
  context.setLineDash([]);
}

function drawSign(pen: SheetPen, { sign, fill, ink }: { sign: string; fill: string; ink: string }, x: number, y: number): void {
  pen.context.fillStyle = fill;
  pen.context.fillRect(x, y, 6, 4);
  pen.context.strokeStyle = ink;
  pen.context.lineWidth = 0.4;
  pen.context.strokeRect(x, y, 6, 4);
  pen.write(sign, x + 3, y + 3.2, { size: 3.4, weight: 700, align: "center" });
}

function drawScale(pen: SheetPen, x: number, y: number, widest: number, { denominator, latitude, scale }: SheetContent): void {
  // At the scale a millimetre of paper is a millimetre of ground times the denominator; on the screen's own measure for the same words.
  const pixelMetres = metresPerPixel(zoomOfScale(denominator, latitude), latitude);
  const { metres, pixels } = roundScale(pixelMetres, (widest / 25.4) * 96);
  const length = (pixels / 96) * 25.4;
  pen.write(scale, x, y - 4, { size: 3.4, weight: 600 });
  pen.line([[x, y - 1.5], [x, y], [x + length, y], [x + length, y - 1.5]], 0.4);
  pen.line([[x + length / 2, y - 1], [x + length / 2, y]], 0.3);
  pen.write("0", x, y + 3.6, { size: 2.6 });
  pen.write(metres >= 1000 ? `${metres / 1000} km` : `${metres} m`, x + length, y + 3.6, { size: 2.6, align: "center" });
}

function drawNorth(pen: SheetPen, x: number, y: number, letter: string): void {
  const { context } = pen;
  pen.write(letter, x, y + 3, { size: 3.4, weight: 700, align: "center" });
  context.beginPath();
  context.moveTo(x, y + 4.5);
  context.lineTo(x + 3.2, y + 14);
  context.lineTo(x, y + 11.8);
  context.closePath();
  context.fillStyle = INK;
  context.fill();
  context.beginPath();
  context.moveTo(x, y + 4.5);
  context.lineTo(x - 3.2, y + 14);
  context.lineTo(x, y + 11.8);
  context.closePath();
  context.strokeStyle = INK;
  context.lineWidth = 0.3;
  context.stroke();
}
