import type { Feature, FeatureCollection } from "geojson";
import type { Bbox } from "../api/types";

/** Degrees between lines, from seconds to whole degrees. */
const STEPS = [1 / 360, 1 / 120, 1 / 60, 1 / 30, 1 / 12, 1 / 6, 1 / 3, 1 / 2, 1, 2, 5, 10, 30] as const;
/** About so many lines cross the map each way. */
const WANTED = 6;

export function graticuleStep(degreesAcross: number): number {
  return STEPS.find((step) => degreesAcross / step <= WANTED) ?? STEPS.at(-1)!;
}

/** Meridians and parallels of round degrees across a box, each with its words at the box's edge. */
export function graticule([west, south, east, north]: Bbox): FeatureCollection {
  const step = graticuleStep(Math.max(east - west, north - south));
  const rounds = (from: number, to: number) => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step);
  };
  const meridians = rounds(west, east).map((at) => lineOf([[at, south], [at, north]], degreeText(at, "E", "W")));
  const parallels = rounds(Math.max(south, -85), Math.min(north, 85)).map((at) => lineOf([[west, at], [east, at]], degreeText(at, "N", "S")));
  return { type: "FeatureCollection", features: [...meridians, ...parallels] };
}

function lineOf(coordinates: number[][], label: string): Feature {
  return { type: "Feature", properties: { label }, geometry: { type: "LineString", coordinates } };
}

/** Degrees with minutes and seconds where the step has them. */
export function degreeText(degrees: number, positive: string, negative: string): string {
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const parts = [`${Math.floor(seconds / 3600)}°`];
  if (seconds % 3600 !== 0) parts.push(`${String(Math.floor(seconds / 60) % 60).padStart(2, "0")}′`);
  if (seconds % 60 !== 0) parts.push(`${String(seconds % 60).padStart(2, "0")}″`);
  return parts.join("") + (degrees < 0 ? negative : positive);
}
