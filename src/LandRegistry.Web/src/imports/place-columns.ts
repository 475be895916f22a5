import type { ImportChoices } from "./import-queries";

/** What a column of a table can say of the place of a row. */
export const PLACES = ["x", "y", "wkt"] as const;
export type Place = (typeof PLACES)[number];

/** Which column says what, of the columns that were found to say the place: one of well-known text, or X and Y. */
export function columnOfPlace(found: readonly string[]): Partial<Record<Place, string>> {
  const [first, second] = found;
  if (first === undefined) return {};
  return second === undefined ? { wkt: first } : { x: first, y: second };
}

/** What a column says of the place; undefined when nothing. */
export function placeOf(places: Partial<Record<Place, string>>, column: string): Place | undefined {
  return PLACES.find((place) => places[place] === column);
}

/** How the file is to be looked at when a column says this; null while X or Y still lacks the other. */
export function placed(places: Partial<Record<Place, string>>, place: Place, column: string): Partial<ImportChoices> | null {
  if (place === "wkt") return { wktColumn: column, xColumn: null, yColumn: null, crs: null };
  const x = place === "x" ? column : places.x;
  const y = place === "y" ? column : places.y;
  return x === undefined || y === undefined || x === y ? null : { xColumn: x, yColumn: y, wktColumn: null, crs: null };
}
