/**
 * Tiles cut in degrees (EPSG:4490, Tianditu's `c` sets): at a level they have the columns of the Mercator tiles, since both
 * divide longitude alike, and half as many rows, each of as many degrees as a column.
 */
export interface SourceRow {
  /** Row of the tile in degrees. */
  row: number;
  /** Its part that is seen, from the top, as shares of its height. */
  from: number;
  to: number;
  /** Where that stands on the Mercator tile, from the top, as shares of its height. */
  targetFrom: number;
  targetTo: number;
}

/** Latitude at a height of a Mercator tile, counted in tiles from the north. */
export function latitudeOf(rows: number, zoom: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * rows) / 2 ** zoom))) * 180) / Math.PI;
}

/** Strips of a Mercator tile with the pieces of tiles in degrees that fill them, none across two source tiles. */
export function sourceRows(zoom: number, row: number, strips: number): SourceRow[] {
  const degreesOfTile = 360 / 2 ** zoom;
  const inRows = (share: number) => (90 - latitudeOf(row + share, zoom)) / degreesOfTile;
  const pieces: SourceRow[] = [];
  for (let strip = 0; strip < strips; strip += 1) {
    const [targetFrom, targetTo] = [strip / strips, (strip + 1) / strips];
    const [top, bottom] = [inRows(targetFrom), inRows(targetTo)];
    for (let source = Math.floor(top); source < bottom; source += 1) {
      const [from, to] = [Math.max(top, source), Math.min(bottom, source + 1)];
      if (to <= from) continue;
      const place = (at: number) => targetFrom + ((at - top) / (bottom - top)) * (targetTo - targetFrom);
      pieces.push({ row: source, from: from - source, to: to - source, targetFrom: place(from), targetTo: place(to) });
    }
  }
  return pieces;
}
