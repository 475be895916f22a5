import type { FactKind } from "../api/types";

/** The groups under which the card shows facts, in the order of a parcel's life. Money, papers and visits have pages of their own. */
export const FACT_GROUPS = {
  agreement: ["contract", "filing", "delivery"],
  works: ["construction_permit", "actual_start", "progress", "stoppage", "completion"],
  title: ["encumbrance", "occupancy", "title_search", "right_ended", "right_registered"],
  supply: ["compensation_search", "planning_conditions", "supply_conditions", "survey_updated", "former_use", "soil_survey", "infrastructure", "standard_land"],
  publicity: ["publication", "publication_withdrawn", "willingness"],
  money: ["money"],
  papers: ["document", "inspection"],
  other: [],
} as const satisfies Record<string, readonly string[]>;

export type FactGroup = keyof typeof FACT_GROUPS;

/** Groups that stand on pages of their own. */
export const OWN_PAGES: readonly FactGroup[] = ["money", "papers"];

export function groupOf(kind: string): FactGroup {
  const groups = Object.keys(FACT_GROUPS) as FactGroup[];
  return groups.find((group) => (FACT_GROUPS[group] as readonly string[]).includes(kind)) ?? "other";
}

/** The kinds of the law in their groups; a kind that this client does not know yet goes under "other". Empty groups stay out. */
export function groupKinds(kinds: readonly FactKind[]): { group: FactGroup; kinds: FactKind[] }[] {
  const groups = Object.keys(FACT_GROUPS) as FactGroup[];
  return groups
    .map((group) => ({ group, kinds: inOrder(group, kinds.filter(({ code }) => groupOf(code) === group)) }))
    .filter((entry) => entry.kinds.length > 0);
}

function inOrder(group: FactGroup, kinds: readonly FactKind[]): FactKind[] {
  const order = FACT_GROUPS[group] as readonly string[];
  return [...kinds].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}
