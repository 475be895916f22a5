import type { LonLat } from "../api/types";
import { isStatus } from "../parcels/status";
import { DUE_NEAR, READINESS_STATES, type Filters } from "./filters";

export const SORTS = ["code", "-code", "area", "-area", "updated", "-updated", "status", "-status"] as const;
export type Sort = (typeof SORTS)[number];

export type Language = "zh" | "en";

/** The pages, in the order of the header; the map workbench is the first. */
export const PAGES = ["map", "today", "overview", "retender", "projects", "cases", "enterprises", "evaluation", "difference", "imports", "field", "admin"] as const;
export type Page = (typeof PAGES)[number];

/** Names under which pages keep what is chosen on them; each page reads its own and judges the values itself. */
export const PARTICULARS = ["stage", "person", "kind", "within", "find", "list", "enterprise", "part", "rules", "period", "from", "to", "section", "since", "most", "blocker", "settled", "by", "group", "order", "sign", "strategy", "project", "floor", "import", "returned", "of", "line"] as const;
export type Particulars = Readonly<Partial<Record<(typeof PARTICULARS)[number], string>>>;

export interface Camera {
  zoom: number;
  centre: LonLat;
}

/** Everything that makes two screens alike; the address bar holds all of it. */
export interface View {
  page: Page;
  /** A past day `yyyy-MM-dd` that everything is shown of; null: now. */
  asOf: string | null;
  /** An earlier day `yyyy-MM-dd` that the map compares the day shown with; null: it does not. */
  comparedWith: string | null;
  /** Key of the basemap; null: none. */
  basemap: string | null;
  /** What of the user's own choice lies on the map, topmost last: ids of context layers and names such as `graticule`. */
  layers: readonly string[];
  filters: Filters;
  sort: Sort;
  /** Id of the selected parcel. */
  selected: number | null;
  /** Tab of the parcel's card; null: the first. */
  tab: string | null;
  /** null: show all zones. */
  camera: Camera | null;
  /** The table lists only what the map shows. */
  onlyInMapView: boolean;
  /** Id of the saved view that was opened. */
  savedView: number | null;
  /** null: the browser's language. */
  language: Language | null;
  particulars: Particulars;
}

/** Reads a view from the address; what cannot be understood is left out, never an error. */
export function parseView(search: string): View {
  const query = new URLSearchParams(search);
  const sort = query.get("sort");
  const language = query.get("lang");
  return {
    page: PAGES.find((page) => page === query.get("page")) ?? "map",
    asOf: parseDay(query.get("asOf")),
    comparedWith: parseDay(query.get("compare")),
    basemap: query.get("base") || null,
    layers: list(query.get("layers")),
    filters: {
      statuses: list(query.get("status")).filter(isStatus),
      zones: list(query.get("zone")).map(Number).filter(isId),
      uses: list(query.get("use")),
      minAreaMu: area(query.get("min")),
      maxAreaMu: area(query.get("max")),
      onHold: query.get("hold") === "yes" ? true : query.get("hold") === "no" ? false : null,
      officers: list(query.get("officer")).map(orNone),
      causes: list(query.get("cause")).map(orNone),
      ...parseDue(query),
      readiness: READINESS_STATES.filter((state) => list(query.get("readiness")).includes(state)),
      blockers: list(query.get("blocked")),
      text: (query.get("q") ?? "").trim(),
    },
    sort: (SORTS as readonly (string | null)[]).includes(sort) ? (sort as Sort) : "code",
    selected: isId(Number(query.get("parcel") ?? NaN)) ? Number(query.get("parcel")) : null,
    tab: query.get("tab") || null,
    camera: parseCamera(query.get("map")),
    onlyInMapView: query.get("inview") === "1",
    savedView: isId(Number(query.get("view") ?? NaN)) ? Number(query.get("view")) : null,
    language: language === "zh" || language === "en" ? language : null,
    particulars: Object.fromEntries(PARTICULARS.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? ""]] : []))),
  };
}

/** Writes a view as an address; whatever is at its default stays out, so that addresses stay short. */
export function formatView(view: View): string {
  const { filters } = view;
  const parts: [string, string | null][] = [
    ["view", view.savedView === null ? null : String(view.savedView)],
    ["page", view.page === "map" ? null : view.page],
    ["asOf", view.asOf],
    ["compare", view.comparedWith],
    ["base", view.basemap],
    ["layers", view.layers.join(",") || null],
    ...PARTICULARS.map((name): [string, string | null] => [name, view.particulars[name] || null]),
    ["q", filters.text || null],
    ["status", filters.statuses.join(",") || null],
    ["zone", filters.zones.join(",") || null],
    ["use", filters.uses.join(",") || null],
    ["min", filters.minAreaMu === null ? null : String(filters.minAreaMu)],
    ["max", filters.maxAreaMu === null ? null : String(filters.maxAreaMu)],
    ["hold", filters.onHold === null ? null : filters.onHold ? "yes" : "no"],
    ["officer", filters.officers.map((name) => name || NONE).join(",") || null],
    ["cause", filters.causes.map((name) => name || NONE).join(",") || null],
    ["due", filters.due],
    ["dueFrom", filters.dueFrom],
    ["dueTo", filters.dueTo],
    ["readiness", filters.readiness.join(",") || null],
    ["blocked", filters.blockers.join(",") || null],
    ["sort", view.sort === "code" ? null : view.sort],
    ["inview", view.onlyInMapView ? "1" : null],
    ["parcel", view.selected === null ? null : String(view.selected)],
    ["tab", view.tab],
    ["map", view.camera === null ? null : formatCamera(view.camera)],
    ["lang", view.language],
  ];
  const written = parts.filter((part): part is [string, string] => part[1] !== null);
  // Commas and slashes are legal in a query and keep the address readable.
  const encode = (value: string) => encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/");
  return written.length === 0 ? "" : `?${written.map(([name, value]) => `${name}=${encode(value)}`).join("&")}`;
}

/** zoom/longitude/latitude; five decimals are about a metre. */
function formatCamera({ zoom, centre }: Camera): string {
  return [zoom.toFixed(2), centre[0].toFixed(5), centre[1].toFixed(5)].join("/");
}

function parseCamera(value: string | null): Camera | null {
  const [zoom = NaN, lon = NaN, lat = NaN] = (value ?? "").split("/").map((part) => (part === "" ? NaN : Number(part)));
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
  return isOnEarth ? { zoom, centre: [lon, lat] } : null;
}

/** A distance or a run of days, not both; days in the wrong order are left out. */
function parseDue(query: URLSearchParams): Pick<Filters, "due" | "dueFrom" | "dueTo"> {
  const due = DUE_NEAR.find((near) => near === query.get("due")) ?? null;
  const [dueFrom, dueTo] = [parseDay(query.get("dueFrom")), parseDay(query.get("dueTo"))];
  const isRun = due === null && !(dueFrom !== null && dueTo !== null && dueFrom > dueTo);
  return { due, dueFrom: isRun ? dueFrom : null, dueTo: isRun ? dueTo : null };
}

/** A day of the calendar, written yyyy-MM-dd. */
export function parseDay(value: string | null | undefined): string | null {
  if (value === null || value === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? value : null;
}

function list(value: string | null): string[] {
  return [...new Set((value ?? "").split(",").filter((part) => part !== ""))];
}

const NONE = "-";

function orNone(value: string): string {
  return value === NONE ? "" : value;
}

function area(value: string | null): number | null {
  const mu = Number(value ?? NaN);
  return value !== "" && Number.isFinite(mu) && mu >= 0 ? mu : null;
}

function isId(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
