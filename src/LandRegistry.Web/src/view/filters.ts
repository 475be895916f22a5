import type { Bbox } from "../api/types";
import { muToSquareMetres } from "../geometry/area";
import { STATUSES, type Status } from "../parcels/status";

/** What restricts the parcels shown by map, table and counts alike. Areas in mu, as the user types them. */
export interface Filters {
  statuses: readonly Status[];
  zones: readonly number[];
  uses: readonly string[];
  minAreaMu: number | null;
  maxAreaMu: number | null;
  /** null: either way. */
  onHold: boolean | null;
  /** Names; an empty one stands for: none assigned. */
  officers: readonly string[];
  /** Causes of idleness; an empty one stands for: none recorded. */
  causes: readonly string[];
  text: string;
}

export const NO_FILTERS: Filters = {
  statuses: [],
  zones: [],
  uses: [],
  minAreaMu: null,
  maxAreaMu: null,
  onHold: null,
  officers: [],
  causes: [],
  text: "",
};

export type FilterName = "statuses" | "zones" | "uses" | "area" | "onHold" | "officers" | "causes" | "text";
export type SummaryKey = "status" | "zone" | "use" | "officer" | "cause";

/** How the server calls what is not assigned or not recorded. */
const NONE = "-";

/** Which filters are on, for the row of removable marks. */
export function activeFilters(filters: Filters): FilterName[] {
  const on: Record<FilterName, boolean> = {
    text: filters.text !== "",
    statuses: filters.statuses.length > 0,
    zones: filters.zones.length > 0,
    uses: filters.uses.length > 0,
    area: filters.minAreaMu !== null || filters.maxAreaMu !== null,
    onHold: filters.onHold !== null,
    officers: filters.officers.length > 0,
    causes: filters.causes.length > 0,
  };
  return (Object.keys(on) as FilterName[]).filter((name) => on[name]);
}

/** The same filters with one of them off. */
export function withoutFilter(filters: Filters, name: FilterName): Filters {
  if (name === "area") return { ...filters, minAreaMu: null, maxAreaMu: null };
  return { ...filters, [name]: NO_FILTERS[name] };
}

/**
 * The filters a count by `key` must obey: all but its own, so that every choice
 * shows how many parcels it would bring.
 */
export function filtersBesides(filters: Filters, key: SummaryKey): Filters {
  const names: Record<SummaryKey, FilterName> = { status: "statuses", zone: "zones", use: "uses", officer: "officers", cause: "causes" };
  return withoutFilter(filters, names[key]);
}

/**
 * Filters and the past day (null: now) as the server's query parameters. The order is fixed, so that equal filters give
 * equal addresses and the caches of browser and server hit.
 */
export function filterQuery(filters: Filters, asOf: string | null, bbox: Bbox | null = null): URLSearchParams {
  const query = new URLSearchParams();
  STATUSES.filter((status) => filters.statuses.includes(status)).forEach((status) => query.append("status", status));
  [...filters.zones].sort((a, b) => a - b).forEach((zone) => query.append("zone", String(zone)));
  [...filters.uses].sort().forEach((use) => query.append("use", use));
  if (filters.minAreaMu !== null) query.set("minArea", String(muToSquareMetres(filters.minAreaMu)));
  if (filters.maxAreaMu !== null) query.set("maxArea", String(muToSquareMetres(filters.maxAreaMu)));
  if (filters.onHold !== null) query.set("onHold", String(filters.onHold));
  [...filters.officers].sort().forEach((officer) => query.append("officer", officer || NONE));
  [...filters.causes].sort().forEach((cause) => query.append("cause", cause || NONE));
  if (filters.text !== "") query.set("q", filters.text);
  if (asOf !== null) query.set("asOf", asOf);
  if (bbox !== null) query.set("bbox", bbox.map((degrees) => degrees.toFixed(6)).join(","));
  return query;
}
