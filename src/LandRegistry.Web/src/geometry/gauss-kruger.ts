import type { LonLat } from "../api/types";

/** CGCS2000 (GRS 80 to 1e-10 of its flattening). Lengths in metres. */
const SEMI_MAJOR = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const FALSE_EASTING = 500_000;

/** A place in a 3-degree Gauss-Krueger zone; `eastingMetres` without the zone's prefix. */
export interface GaussKruger {
  /** 25 to 45 over China; its central meridian is three times this. */
  zone: number;
  northingMetres: number;
  eastingMetres: number;
}

/** The 3-degree zone of a longitude. */
export function zoneOf(longitude: number): number {
  return Math.round(longitude / 3);
}

const N = FLATTENING / (2 - FLATTENING);
const RECTIFYING_RADIUS = (SEMI_MAJOR / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
/** Krueger's series to the fourth order of n: below a hundredth of a millimetre within a zone. */
const ALPHA = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4,
  (49561 / 161280) * N ** 4,
];

/** Degrees of CGCS2000 in a zone of the user's, or in the one that they lie in. */
export function toGaussKruger([longitude, latitude]: LonLat, zone: number = zoneOf(longitude)): GaussKruger {
  const phi = (latitude * Math.PI) / 180;
  const lambda = ((longitude - zone * 3) * Math.PI) / 180;
  const conformal = Math.sinh(Math.atanh(Math.sin(phi)) - ECCENTRICITY * Math.atanh(ECCENTRICITY * Math.sin(phi)));
  const xi = Math.atan2(conformal, Math.cos(lambda));
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, Math.cos(lambda)));
  let northing = xi;
  let easting = eta;
  ALPHA.forEach((alpha, index) => {
    const order = 2 * (index + 1);
    northing += alpha * Math.sin(order * xi) * Math.cosh(order * eta);
    easting += alpha * Math.cos(order * xi) * Math.sinh(order * eta);
  });
  return { zone, northingMetres: RECTIFYING_RADIUS * northing, eastingMetres: FALSE_EASTING + RECTIFYING_RADIUS * easting };
}
