import type { Bbox, LonLat } from "../api/types";

/** The smallest box around all boxes; null when there is none. */
export function unionOfBoxes(boxes: readonly Bbox[]): Bbox | null {
  if (boxes.length === 0) return null;
  return boxes.reduce<Bbox>(
    (all, box) => [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}

/** The box of a MultiPolygon's outer rings; holes lie inside and cannot widen it. */
export function boxOfMultiPolygon(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): Bbox | null {
  return boxAround(polygons.flatMap((rings) => rings[0] ?? []));
}

/** The box that holds all places; null when there is none. */
export function boxAround(places: readonly (readonly number[])[]): Bbox | null {
  return unionOfBoxes(places.map(([lon = NaN, lat = NaN]) => [lon, lat, lon, lat]));
}

/** Reads a server's number array as a box, when it is one. */
export function asBox(values: readonly number[] | null | undefined): Bbox | null {
  return values?.length === 4 ? [values[0]!, values[1]!, values[2]!, values[3]!] : null;
}

export function asLonLat(values: readonly number[] | null | undefined): LonLat | null {
  return values && values.length >= 2 ? [values[0]!, values[1]!] : null;
}
