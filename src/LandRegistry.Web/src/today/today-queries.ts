import { usePages } from "../api/office-queries";
import type { TodayList } from "../api/office-types";

export const HORIZONS = [7, 30, 90] as const;

export const TODAY_KINDS = ["suspicion", "fee", "recovery", "case_deadline", "tender_deadline", "strategy_step", "hold_ending", "readiness_lost"] as const;

export interface TodayFilter {
  within: (typeof HORIZONS)[number];
  kinds: readonly string[];
  person: string;
  zones: readonly number[];
}

export function useToday({ within, kinds, person, zones }: TodayFilter) {
  const query = new URLSearchParams({ within: String(within), limit: "100" });
  kinds.forEach((kind) => query.append("kind", kind));
  if (person !== "") query.set("person", person);
  [...zones].sort((a, b) => a - b).forEach((zone) => query.append("zone", String(zone)));
  return usePages<TodayList>("today", "/api/today", query);
}
