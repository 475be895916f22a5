import { filterQuery, type Filters } from "../view/filters";
import { parseDay, type Particulars } from "../view/view-url";

/** The parts of the list, as the server names them. */
export const SECTIONS = ["ready", "blocked", "held", "in_tender", "sold"] as const;
export type Section = (typeof SECTIONS)[number];

/** The items of readiness, in the order of the checklist. */
export const ITEMS = [
  "clear-right",
  "compensation-settled",
  "no-dispute",
  "plan-conditions",
  "site-conditions",
  "survey-update",
  "publication",
  "soil-survey",
  "standard-land",
  "remaining-term",
] as const;
export type Item = (typeof ITEMS)[number];

export const GROUPS = ["zone", "use", "blocker"] as const;
export type Group = (typeof GROUPS)[number];

export const ORDERS = ["code", "-area", "area"] as const;
export type Order = (typeof ORDERS)[number];

/** What the page asks the list for, as it stands in the address. */
export interface RetenderChoice {
  section: Section;
  /** Became ready on or after this day. */
  since: string | null;
  /** At most so many items block. */
  most: number | null;
  blockers: readonly Item[];
  /** Items taken as settled by `by`; empty: no scenario. */
  settled: readonly Item[];
  by: string | null;
  group: Group;
  order: Order;
}

export function readChoice(particulars: Particulars): RetenderChoice {
  const section = SECTIONS.find((one) => one === particulars.section) ?? "ready";
  const most = Number(particulars.most ?? NaN);
  return {
    section,
    since: parseDay(particulars.since),
    most: Number.isInteger(most) && most >= 1 && most <= 10 ? most : null,
    blockers: items(particulars.blocker),
    settled: items(particulars.settled),
    by: parseDay(particulars.by),
    group: GROUPS.find((one) => one === particulars.group) ?? (section === "blocked" ? "blocker" : "zone"),
    order: ORDERS.find((one) => one === particulars.order) ?? "code",
  };
}

/** The same as the server's query parameters; a criterion that the part does not know stays out of it. */
export function retenderQuery(choice: RetenderChoice, filters: Filters): URLSearchParams {
  const query = filterQuery({ ...filters, statuses: [], onHold: null }, null);
  query.set("section", choice.section);
  if (choice.since !== null) query.set("since", choice.since);
  if (choice.most !== null) query.set("most", String(choice.most));
  choice.blockers.forEach((item) => query.append("blocker", item));
  choice.settled.forEach((item) => query.append("settled", item));
  if (choice.by !== null) query.set("by", choice.by);
  query.set("sort", choice.order);
  return query;
}

const MAP_FILTERS: Record<Section, Pick<Filters, "statuses" | "onHold" | "readiness">> = {
  ready: { statuses: ["reserved", "ready"], onHold: false, readiness: ["ready"] },
  blocked: { statuses: ["reserved", "ready"], onHold: false, readiness: ["blocked", "unknown"] },
  held: { statuses: ["reserved", "ready"], onHold: true, readiness: [] },
  in_tender: { statuses: ["listed"], onHold: null, readiness: [] },
  sold: { statuses: ["awarded"], onHold: null, readiness: [] },
};

/** The filters by which the map shows the parcels of the part. */
export function mapFilters(choice: RetenderChoice, filters: Filters): Filters {
  return { ...filters, ...MAP_FILTERS[choice.section], blockers: choice.section === "blocked" ? choice.blockers : [] };
}

/** Whether the list leaves out what the map's filters would show. */
export function isNarrowed({ since, most, settled, by }: RetenderChoice): boolean {
  return since !== null || most !== null || settled.length > 0 || by !== null;
}

function items(value: string | undefined): Item[] {
  const named = (value ?? "").split(",");
  return ITEMS.filter((item) => named.includes(item));
}
