import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { post } from "../api/http";
import type { EvaluationComparison, EvaluationRun, RuleSet } from "../api/office-types";
import { isChanged, withWeights, type Weights } from "./rules";

const period = (year: string) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** The grades under a published set of rules; nothing is stored, so asking is running. */
export function useRun(ruleSet: string | undefined, year: string) {
  return useQuery({
    queryKey: ["evaluation", ruleSet, year],
    queryFn: async () => (await post<EvaluationRun>("/api/evaluations/run", { ruleSet, ...period(year) })).body,
    enabled: ruleSet !== undefined,
    placeholderData: keepPreviousData,
  });
}

/** Who gets another grade with other weights. */
export function useComparison(set: RuleSet | undefined, weights: Weights, year: string) {
  return useQuery({
    queryKey: ["evaluation", "compare", set?.id, weights, year],
    queryFn: async () =>
      (await post<EvaluationComparison>("/api/evaluations/compare", { before: { ruleSet: set?.id }, after: { rules: set && withWeights(set, weights) }, ...period(year) })).body,
    enabled: set !== undefined && isChanged(set, weights) && weights.every((weight) => weight > 0),
    placeholderData: keepPreviousData,
  });
}
