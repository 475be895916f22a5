import type { Fact, FactValues, ReadinessItem } from "../api/types";

/** What would move an item on: record a new fact, or correct one that is there. */
export type NextStep =
  | { kind: "enter"; factKind: string; preset?: FactValues }
  | { kind: "correct"; factKind: string; factId: number; preset?: FactValues };

const BURDENS: Record<string, readonly string[]> = { "clear-right": ["mortgage", "seizure"], "no-dispute": ["dispute", "court"] };
const RECORDED_BY: Record<string, readonly string[]> = {
  "clear-right": ["right_registered"],
  "plan-conditions": ["planning_conditions"],
  "survey-update": ["survey_updated"],
  "soil-survey": ["soil_survey"],
  "remaining-term": ["contract"],
};

/**
 * The facts whose recording settles an item that does not hold, most likely first; none where the item hangs on
 * something that is no fact of the parcel's, such as its boundary.
 */
export function nextSteps({ code, state }: Pick<ReadinessItem, "code" | "state">, facts: readonly Fact[], day: string): NextStep[] {
  if (state === "holds") return [];
  const has = (kind: string) => facts.some((fact) => fact.kind === kind && !fact.withdrawn);
  const standing = standingBurdens(BURDENS[code] ?? [], facts, day);
  if (standing.length > 0) return standing.map(({ id }) => ({ kind: "correct", factKind: "encumbrance", factId: id, preset: { releasedOn: day } }));
  const enter = (...kinds: string[]): NextStep[] => kinds.map((factKind) => ({ kind: "enter", factKind }));
  switch (code) {
    case "clear-right":
      return enter(...(has("title_search") ? [] : ["title_search"]), ...(has("right_registered") ? [] : ["right_registered"]));
    case "no-dispute":
      return enter("title_search");
    case "compensation-settled":
      return state === "blocked" ? [{ kind: "enter", factKind: "money", preset: { type: "compensation_settled", onDay: day } }] : enter("compensation_search");
    case "soil-survey":
      return enter("soil_survey", ...(has("former_use") ? [] : ["former_use"]));
    case "site-conditions":
      return enter("infrastructure");
    case "publication":
      return enter("publication_withdrawn");
    case "standard-land":
      return [{ kind: "enter", factKind: "standard_land", preset: { value: "set" } }];
    default:
      return enter(...(RECORDED_BY[code] ?? []));
  }
}

function standingBurdens(types: readonly string[], facts: readonly Fact[], day: string): Fact[] {
  return facts.filter(({ kind, withdrawn, fields }) => kind === "encumbrance" && !withdrawn && types.includes(fields.type ?? "") && stands(fields.registeredOn, fields.releasedOn, day));
}

/** An encumbrance stands from its registration, and no longer on the day of its release; unknown days count as past. */
function stands(registeredOn: string | null | undefined, releasedOn: string | null | undefined, day: string): boolean {
  return (registeredOn ?? "") <= day && (releasedOn === null || releasedOn === undefined || releasedOn > day);
}
