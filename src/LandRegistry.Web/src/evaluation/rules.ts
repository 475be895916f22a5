import type { RuleSet } from "../api/office-types";

/** Weights by the place of their indicator in the rule set. */
export type Weights = readonly number[];

export function weightsOf(set: RuleSet): Weights {
  return set.indicators.map(({ weight }) => weight);
}

export function isChanged(set: RuleSet, weights: Weights): boolean {
  return set.indicators.some(({ weight }, index) => weights[index] !== undefined && weights[index] !== weight);
}

/** A rule set with other weights, in the form of the server's rule files. */
export function withWeights(set: RuleSet, weights: Weights): object {
  const { id, title, source, quote, note, scale, basis, minimumMu, minimumAgeYears, shares, maximumRatio, indicators } = set;
  return {
    id,
    title,
    source,
    quote,
    ...(note === null ? {} : { note }),
    scale,
    basis,
    minimumMu,
    minimumAgeYears,
    shares,
    maximumRatio,
    indicators: indicators.map(({ figure, per, perMu, weight, threshold, byIndustry }, index) => ({
      figure,
      ...(per === null ? {} : { per }),
      ...(perMu ? { perMu } : {}),
      weight: weights[index] ?? weight,
      threshold,
      ...(byIndustry === null ? {} : { byIndustry }),
    })),
  };
}
