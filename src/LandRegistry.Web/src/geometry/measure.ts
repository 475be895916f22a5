import type { LonLat } from "../api/types";
import { toGaussKruger, zoneOf } from "./gauss-kruger";

/** Lengths and areas in the plane of the 3-degree zone of the first point, as the register measures parcels. */
export interface Measured {
  lengthMetres: number;
  /** Of the ring that the points close to; 0 below three points. */
  areaSquareMetres: number;
  perimeterMetres: number;
}

export function measure(points: readonly LonLat[]): Measured {
  const first = points[0];
  if (first === undefined) return { lengthMetres: 0, areaSquareMetres: 0, perimeterMetres: 0 };
  const zone = zoneOf(first[0]);
  const plane = points.map((point) => toGaussKruger(point, zone));
  const distance = (a: (typeof plane)[number], b: (typeof plane)[number]) => Math.hypot(b.eastingMetres - a.eastingMetres, b.northingMetres - a.northingMetres);
  const lengthMetres = plane.slice(1).reduce((sum, at, index) => sum + distance(plane[index]!, at), 0);
  const twice = plane.reduce((sum, at, index) => {
    const next = plane[(index + 1) % plane.length]!;
    const [x0, y0] = [plane[0]!.eastingMetres, plane[0]!.northingMetres];
    return sum + (at.eastingMetres - x0) * (next.northingMetres - y0) - (next.eastingMetres - x0) * (at.northingMetres - y0);
  }, 0);
  return { lengthMetres, areaSquareMetres: Math.abs(twice) / 2, perimeterMetres: lengthMetres + distance(plane.at(-1)!, plane[0]!) };
}
