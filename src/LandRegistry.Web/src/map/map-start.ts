import type { Geometry } from "geojson";
import type { Bbox, LonLat } from "../api/types";
import type { Camera } from "../view/view-url";

/** What Shift does on the map. */
export interface Selecting {
  toggle: (id: number) => void;
  /** The button went down at a place of the map's box; what is drawn from there is not the map's to pan. */
  press: (point: readonly [number, number]) => void;
}

/** Outer corners of a shape. */
export function positionsOf(geometry: Geometry): LonLat[] {
  if (geometry.type === "Point") return [geometry.coordinates as LonLat];
  if (geometry.type === "Polygon") return (geometry.coordinates[0] ?? []) as LonLat[];
  if (geometry.type === "MultiPolygon") return geometry.coordinates.flatMap((rings) => rings[0] ?? []) as LonLat[];
  return [];
}

/** Where a new map looks. */
export function startOf(camera: Camera | null, world: Bbox | null) {
  if (camera !== null) return { center: camera.centre, zoom: camera.zoom };
  return world === null ? { center: [104, 35] as LonLat, zoom: 3.5 } : { bounds: world, fitBoundsOptions: { padding: 48, maxZoom: 16.5 } };
}
