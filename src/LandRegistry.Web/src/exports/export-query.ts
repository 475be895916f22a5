import type { Language, Sort } from "../view/view-url";

export const FORMATS = ["xlsx", "csv", "geojson", "gpkg", "shp", "txt", "kml"] as const;
export type Format = (typeof FORMATS)[number];

/** Formats of the money ledger, which has no shapes. */
export const LEDGER_FORMATS: readonly Format[] = ["xlsx", "csv"];

export const ENCODINGS = ["UTF-8", "GBK", "GB18030"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** First and last zone of the 3-degree Gauss-Krueger projections of CGCS2000. */
const ZONES = { first: 25, last: 45, firstPrefixedSrid: 4513, firstBareSrid: 4534 };

/** How the file shall be. */
export interface ExportChoice {
  format: Format;
  columns: "screen" | "all";
  crs: string;
  encoding: Encoding;
  values: "words" | "codes";
}

/** What a format asks; the others decide for themselves. */
export function asks(format: Format): { crs: boolean; encoding: boolean; columns: boolean; values: boolean } {
  const isShape = format === "gpkg" || format === "shp";
  return { crs: isShape || format === "txt", encoding: format === "shp" || format === "txt", columns: format !== "txt", values: format !== "txt" };
}

/** The coordinate systems that a format may be in, the usual one first. */
export function systemsOf(format: Format): string[] {
  if (!asks(format).crs) return ["4490"];
  const zones = Array.from({ length: ZONES.last - ZONES.first + 1 }, (_, i) => i);
  const gaussKrueger = ["zone-prefixed", "zone", ...zones.map((i) => `${ZONES.firstPrefixedSrid + i}`), ...zones.map((i) => `${ZONES.firstBareSrid + i}`)];
  return format === "txt" ? gaussKrueger : ["4490", "4326", "3857", ...gaussKrueger];
}

/** Zone and form of a Gauss-Krueger system by its EPSG code; null for the others. */
export function zoneOf(crs: string): { zone: number; isPrefixed: boolean } | null {
  const srid = Number(crs);
  const isPrefixed = srid < ZONES.firstBareSrid;
  const zone = srid - (isPrefixed ? ZONES.firstPrefixedSrid : ZONES.firstBareSrid) + ZONES.first;
  return zone >= ZONES.first && zone <= ZONES.last ? { zone, isPrefixed } : null;
}

/** The columns of the table, as the export names them. */
const SCREEN_COLUMNS = ["status", "code", "name", "areaMu", "area", "holder", "officer", "updated", "use", "zone", "since"];

/** The query of an export: the filter with day and box of the list on screen, its order, and the choice. */
export function exportQuery(choice: ExportChoice, filter: URLSearchParams, sort: Sort, language: Language): URLSearchParams {
  const query = new URLSearchParams(filter);
  query.set("sort", sort);
  query.set("format", choice.format);
  query.set("language", language);
  const asked = asks(choice.format);
  if (asked.columns && choice.columns === "screen") SCREEN_COLUMNS.forEach((column) => query.append("column", column));
  if (asked.values) query.set("values", choice.values);
  if (asked.crs) query.set("crs", choice.crs);
  if (asked.encoding) query.set("encoding", choice.encoding);
  return query;
}

/** The query of an export of the money ledger of the parcels on screen. */
export function ledgerQuery(format: Format, filter: URLSearchParams, language: Language): URLSearchParams {
  const query = new URLSearchParams(filter);
  query.set("format", format);
  query.set("language", language);
  return query;
}
