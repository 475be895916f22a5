/** Lengths in millimetres of paper. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const PAPERS = { A4: [210, 297], A3: [297, 420] } as const;
export type Paper = keyof typeof PAPERS;
export type Orientation = "landscape" | "portrait";

export interface SheetLayout {
  width: number;
  height: number;
  title: Box;
  map: Box;
  /** Legend, scale, north arrow. */
  side: Box;
  foot: Box;
}

const MARGIN = 10;
const TITLE = 14;
const FOOT = 9;
const GAP = 3;
/** Of the column beside the map, or of the band below it. */
const SIDE_WIDTH = 50;
const SIDE_HEIGHT = 44;

/** Where everything stands on the sheet. */
export function layoutOf(paper: Paper, orientation: Orientation): SheetLayout {
  const [short, long] = PAPERS[paper];
  const [width, height] = orientation === "landscape" ? [long, short] : [short, long];
  const inner = { x: MARGIN, width: width - 2 * MARGIN };
  const title = { ...inner, y: MARGIN, height: TITLE };
  const foot = { ...inner, y: height - MARGIN - FOOT, height: FOOT };
  const top = MARGIN + TITLE + GAP;
  const room = foot.y - GAP - top;
  if (orientation === "landscape") {
    const map = { x: MARGIN, y: top, width: inner.width - SIDE_WIDTH - GAP, height: room };
    return { width, height, title, foot, map, side: { x: map.x + map.width + GAP, y: top, width: SIDE_WIDTH, height: room } };
  }
  const map = { ...inner, y: top, height: room - SIDE_HEIGHT - GAP };
  return { width, height, title, foot, map, side: { ...inner, y: top + map.height + GAP, height: SIDE_HEIGHT } };
}

/** Round scales that people measure in with a ruler. */
export const SCALES = [500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 7500, 10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 75_000, 100_000, 150_000, 200_000, 300_000, 500_000, 1_000_000, 2_000_000, 5_000_000] as const;

const CSS_PIXEL_METRES = 0.0254 / 96;
const CIRCUMFERENCE = 40_075_016.686;

/** The zoom at which a map drawn in CSS pixels has a scale on paper, at a latitude. */
export function zoomOfScale(denominator: number, latitude: number): number {
  return Math.log2((CIRCUMFERENCE * Math.cos((latitude * Math.PI) / 180)) / (512 * denominator * CSS_PIXEL_METRES));
}

/** The largest round scale at which the frame holds a stretch of ground. */
export function scaleToHold(groundWidthMetres: number, groundHeightMetres: number, frame: Box): number {
  const needed = Math.max(groundWidthMetres / (frame.width / 1000), groundHeightMetres / (frame.height / 1000));
  return SCALES.find((scale) => scale >= needed * 0.999) ?? SCALES.at(-1)!;
}
