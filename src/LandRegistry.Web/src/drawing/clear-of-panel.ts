/** The panel takes the left of the map up to here, pixels. */
export const PANEL_RIGHT = 400;
/** So near to an edge nothing can be worked on, pixels. */
export const EDGE = 48;

/** Width and height of the map, pixels. */
export interface MapSize {
  width: number;
  height: number;
}

/** Where the part of the map begins that the panel leaves free; on a narrow map there is no such part. */
export function freeLeft({ width }: MapSize): number {
  return width > PANEL_RIGHT + 2 * EDGE ? PANEL_RIGHT : 0;
}

/** Whether all places, in pixels of the map, can be seen beside the panel. */
export function areClear(places: readonly { x: number; y: number }[], size: MapSize): boolean {
  return places.every(({ x, y }) => x >= freeLeft(size) && x <= size.width && y >= 0 && y <= size.height);
}
