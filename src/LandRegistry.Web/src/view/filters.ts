import type { Bbox } from "../api/types";
import { muToSquareMetres } from "../geometry/area";
import { STATUSES, type Status } from "../parcels/status";

/** How far off a day is by which something is due, counted from the day shown. */
export const DUE_NEAR = ["overdue", "week", "month", "quarter"] as const;
export type DueNear = (typeof DUE_NEAR)[number];

export const READINESS_STATES = ["ready", "blocked", "unknown"] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

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
  /** Something is due so near; null: not asked. Never together with a run of days. */
  due: DueNear | null;
  /** Something is due on one of these days, `yyyy-MM-dd`, both inclusive. */
  dueFrom: string | null;
  dueTo: string | null;
  readiness: readonly ReadinessState[];
  /** Items of readiness, any of which does not hold. */
  blockers: readonly string[];
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
  due: null,
  dueFrom: null,
  dueTo: null,
  readiness: [],
  blockers: [],
  text: "",
};

export type FilterName = "statuses" | "zones" | "uses" | "area" | "onHold" | "officers" | "causes" | "due" | "readiness" | "blockers" | "text";
export type SummaryKey = "status" | "zone" | "use" | "officer" | "cause" | "due" | "readiness" | "blocker";

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
    due: filters.due !== null || filters.dueFrom !== null || filters.dueTo !== null,
    readiness: filters.readiness.length > 0,
    blockers: filters.blockers.length > 0,
  };
  return (Object.keys(on) as FilterName[]).filter((name) => on[name]);
}

/** The same filters with one of them off. */
export function withoutFilter(filters: Filters, name: FilterName): Filters {
  if (name === "area") return { ...filters, minAreaMu: null, maxAreaMu: null };
  if (name === "due") return { ...filters, due: null, dueFrom: null, dueTo: null };
  return { ...filters, [name]: NO_FILTERS[name] };
}

/**
 * The filters a count by `key` must obey: all but its own, so that every choice
 * shows how many parcels it would bring.
 */
export function filtersBesides(filters: Filters, key: SummaryKey): Filters {
  const names: Record<SummaryKey, FilterName> = { status: "statuses", zone: "zones", use: "uses", officer: "officers", cause: "causes", due: "due", readiness: "readiness", blocker: "blockers" };
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
  if (filters.due !== null) query.set("due", filters.due);
  if (filters.dueFrom !== null) query.set("dueFrom", filters.dueFrom);
  if (filters.dueTo !== null) query.set("dueTo", filters.dueTo);
  READINESS_STATES.filter((state) => filters.readiness.includes(state)).forEach((state) => query.append("readiness", state));
  [...filters.blockers].sort().forEach((item) => query.append("blocker", item));
  if (filters.text !== "") query.set("q", filters.text);
  if (asOf !== null) query.set("asOf", asOf);
  if (bbox !== null) query.set("bbox", bbox.map((degrees) => degrees.toFixed(6)).join(","));
  return query;
}
