import type { Bbox } from "../api/types";

/** About 300 m, so that a single site is not all that is seen. */
const MARGIN_DEGREES = 0.003;

/** The box around sites, with a margin; null where no place is known. */
export function boxOfSites(places: readonly (readonly number[] | null)[]): Bbox | null {
  const known = places.flatMap((place) => (place === null || place[0] === undefined || place[1] === undefined ? [] : [[place[0], place[1]] as const]));
  if (known.length === 0) return null;
  const [lons, lats] = [known.map(([lon]) => lon), known.map(([, lat]) => lat)];
  return [Math.min(...lons) - MARGIN_DEGREES, Math.min(...lats) - MARGIN_DEGREES, Math.max(...lons) + MARGIN_DEGREES, Math.max(...lats) + MARGIN_DEGREES];
}
