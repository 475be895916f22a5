import type { StrategyDetail } from "../api/office-types";

export type StrategyState = "draft" | "current" | "replaced";

/** A version is a draft until it is approved, and current until another replaces it. */
export function stateOf({ approvedOn, replacedOn }: Pick<StrategyDetail, "approvedOn" | "replacedOn">): StrategyState {
  return approvedOn === null ? "draft" : replacedOn === null ? "current" : "replaced";
}
