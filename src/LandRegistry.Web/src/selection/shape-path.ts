/** A place on the screen, in CSS pixels of the map. */
export type ScreenPoint = readonly [x: number, y: number];

export type ShapeTool = "box" | "lasso" | "polygon";

/** A pointer that moved less than this meant a click. */
export const CLICK_PIXELS = 4;

/** A lasso takes a new point only so far from the last: a ring has 2,000 corners at most. */
const STEP_PIXELS = 3;
const MOST_CORNERS = 1900;

/** The corners that a drag has drawn so far. */
export function extended(tool: ShapeTool, path: readonly ScreenPoint[], to: ScreenPoint): readonly ScreenPoint[] {
  const [start] = path;
  if (start === undefined) return [to];
  if (tool === "box") return [start, [to[0], start[1]], to, [start[0], to[1]]];
  const last = path.at(-1) ?? start;
  return distance(last, to) < STEP_PIXELS || path.length >= MOST_CORNERS ? path : [...path, to];
}

/** Whether the corners hold any ground. */
export function isShape(path: readonly ScreenPoint[]): boolean {
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  return path.length >= 3 && Math.max(...xs) - Math.min(...xs) >= CLICK_PIXELS && Math.max(...ys) - Math.min(...ys) >= CLICK_PIXELS;
}

export function distance([ax, ay]: ScreenPoint, [bx, by]: ScreenPoint): number {
  return Math.hypot(ax - bx, ay - by);
}

/** The path as SVG writes it. */
export function svgPath(path: readonly ScreenPoint[], isClosed: boolean): string {
  const points = path.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join(" ");
  return isClosed && path.length > 2 ? `${points} Z` : points;
}
