import type { Particulars } from "../view/view-url";

/** Stages, classes and levels, as the server names them. */
export const STAGES = ["lead", "talks", "intention", "contracted", "to_start", "building", "producing", "lost"] as const;
export type Stage = (typeof STAGES)[number];
export const CLASSES = [
  "five_year_plan", "weak_links", "special_bond", "domestic_demand", "advanced_manufacturing", "emerging_industry", "technical_upgrade", "supply_chain", "urban_renewal", "low_carbon",
] as const;
export type ProjectClass = (typeof CLASSES)[number];
export const LEVELS = ["national", "province", "city", "county", "ordinary"] as const;
export type Level = (typeof LEVELS)[number];
export const LISTS = ["pool", "floors", "industries"] as const;
export type PoolList = (typeof LISTS)[number];
export const INDUSTRY_RULES = ["leading", "admitted", "barred"] as const;
export type IndustryRule = (typeof INDUSTRY_RULES)[number];
export const GROUPS = ["class", "level"] as const;
export type PoolGroup = (typeof GROUPS)[number];
export const PARTS = ["needs", "matches", "sites", "history"] as const;
export type ProjectPart = (typeof PARTS)[number];
export const KINDS = ["all", "land", "floor"] as const;
export type SiteKind = (typeof KINDS)[number];

/** Days that a review holds, where nothing else is chosen. */
export const USUAL_REVIEW_DAYS = 90;
const USUAL_MOST = 2;

/** What the pool is asked for, as it stands in the address. */
export interface PoolChoice {
  list: PoolList;
  find: string;
  stage: Stage | null;
  classes: readonly ProjectClass[];
  levels: readonly Level[];
  staleOnly: boolean;
  staleAfter: number;
  group: PoolGroup;
}

export interface MatchChoice {
  kind: SiteKind;
  /** Of land, how many items of readiness may still block. */
  most: number;
}

export interface FloorChoice {
  vacantOnly: boolean;
  zones: readonly number[];
}

export function readPool(particulars: Particulars): PoolChoice {
  const days = Number(particulars.within ?? NaN);
  const named = (text: string | undefined) => (text ?? "").split(",");
  return {
    list: LISTS.find((one) => one === particulars.list) ?? "pool",
    find: particulars.find ?? "",
    stage: STAGES.find((one) => one === particulars.stage) ?? null,
    classes: CLASSES.filter((one) => named(particulars.kind).includes(one)),
    levels: LEVELS.filter((one) => named(particulars.rules).includes(one)),
    staleOnly: particulars.sign === "stale",
    staleAfter: Number.isInteger(days) && days >= 1 && days <= 3650 ? days : USUAL_REVIEW_DAYS,
    group: GROUPS.find((one) => one === particulars.group) ?? "class",
  };
}

export function readMatch(particulars: Particulars): MatchChoice {
  const most = Number(particulars.most ?? NaN);
  return { kind: KINDS.find((one) => one === particulars.section) ?? "all", most: Number.isInteger(most) && most >= 0 && most <= 3 ? most : USUAL_MOST };
}

export function readPart(particulars: Particulars): ProjectPart {
  return PARTS.find((one) => one === particulars.part) ?? "needs";
}

/** The id that stands under a name; null where there is none. */
export function readId(text: string | undefined): number | null {
  return /^[1-9]\d*$/.test(text ?? "") ? Number(text) : null;
}

/** The same as the server's query parameters. */
export function poolQuery(choice: PoolChoice): URLSearchParams {
  const query = new URLSearchParams();
  if (choice.find !== "") query.set("q", choice.find);
  if (choice.stage !== null) query.set("stage", choice.stage);
  choice.classes.forEach((one) => query.append("class", one));
  choice.levels.forEach((one) => query.append("level", one));
  if (choice.staleOnly) query.set("stale", "true");
  query.set("staleAfter", String(choice.staleAfter));
  return query;
}

export function matchQuery({ kind, most }: MatchChoice): URLSearchParams {
  const query = new URLSearchParams({ most: String(most), limit: "50" });
  if (kind !== "all") query.set("kind", kind);
  return query;
}

export function floorQuery({ vacantOnly, zones }: FloorChoice): URLSearchParams {
  const query = new URLSearchParams({ limit: "100" });
  if (vacantOnly) query.set("vacant", "true");
  zones.forEach((zone) => query.append("zone", String(zone)));
  return query;
}
