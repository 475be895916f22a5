import type { Feature, FeatureCollection, Geometry, Point, Position } from "geojson";
import { innerPoint, isInside } from "../geometry/inner-point";
import { isQuietParcel } from "./map-style";

type Part = Pick<Feature<Geometry, Record<string, unknown> | null>, "id" | "properties" | "geometry">;

/**
 * One point per parcel for its sign. Tiles cut a parcel that lies on their edge into parts and each
 * part would get a sign of its own: of all parts of a parcel the largest decides. Land used as agreed comes last. The sign stands on the parcel, never in its hole.
 */
export function labelPoints(parts: readonly Part[]): FeatureCollection<Point> {
  const best = new Map<number, { area: number; middle: Position; rings: Position[][]; properties: Part["properties"] }>();
  for (const part of parts) {
    if (typeof part.id !== "number") continue;
    for (const rings of polygonsOf(part.geometry)) {
      const { area, at: middle } = centroid(rings[0] ?? []);
      if (area > (best.get(part.id)?.area ?? 0)) best.set(part.id, { area, middle, rings, properties: part.properties });
    }
  }
  const features = [...best]
    .sort(([, a], [, b]) => Number(isQuietParcel(a.properties)) - Number(isQuietParcel(b.properties)) || b.area - a.area)
    .map(([id, { middle, rings, properties }]) => ({
      type: "Feature" as const,
      id,
      // Copied, because the tile reader's own objects have no prototype and the engine cannot send those to its worker.
      properties: { ...properties },
      geometry: { type: "Point" as const, coordinates: isInside(middle, rings) ? middle : innerPoint(rings) },
    }));
  return { type: "FeatureCollection", features };
}

/**
 * Of points in the order of their weight those that may be seen together: one in each square of the ground. The engine looks at every
 * sign that it was given in every frame, and would leave the others out anyway.
 */
export function spread(points: FeatureCollection<Point>, squareOf: (at: Position) => string): FeatureCollection<Point> {
  const taken = new Set<string>();
  const features = points.features.filter(({ geometry }) => {
    const square = squareOf(geometry.coordinates);
    if (taken.has(square)) return false;
    taken.add(square);
    return true;
  });
  return { type: "FeatureCollection", features };
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  return [];
}

/** Shoelace area and centroid, relative to the first corner so that small rings far from 0,0 keep their digits. */
function centroid(ring: readonly Position[]): { area: number; at: Position } {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? [];
    const [bx = 0, by = 0] = ring[index] ?? [];
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    twice += cross;
    x += (ax + bx - 2 * x0) * cross;
    y += (ay + by - 2 * y0) * cross;
  }
  if (twice === 0) return { area: 0, at: [x0, y0] };
  return { area: Math.abs(twice) / 2, at: [x0 + x / (3 * twice), y0 + y / (3 * twice)] };
}
