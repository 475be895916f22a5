/** One mu is 2000/3 square metres exactly (666.6667 is its rounding). */
export const SQUARE_METRES_PER_MU = 2000 / 3;
export const SQUARE_METRES_PER_HECTARE = 10_000;

export function squareMetresToMu(areaSquareMetres: number): number {
  return areaSquareMetres / SQUARE_METRES_PER_MU;
}

/** Rounded to a thousandth of a square metre, so that 3 mu asks for 2000 and not 1999.9999999999998. */
export function muToSquareMetres(areaMu: number): number {
  return Math.round(areaMu * SQUARE_METRES_PER_MU * 1000) / 1000;
}

export function squareMetresToHectares(areaSquareMetres: number): number {
  return areaSquareMetres / SQUARE_METRES_PER_HECTARE;
}
