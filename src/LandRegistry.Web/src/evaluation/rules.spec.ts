import { describe, expect, it } from "vitest";
import type { RuleSet } from "../api/office-types";
import { isChanged, weightsOf, withWeights } from "./rules";

const set: RuleSet = {
  id: "small",
  title: { zh: "小", en: "Small" },
  source: "somewhere",
  quote: "so",
  note: null,
  scale: "below",
  basis: "owned",
  minimumMu: 3,
  minimumAgeYears: 0,
  shares: { a: 0.2, b: 0.5, c: 0.25 },
  maximumRatio: 2,
  indicators: [
    { figure: "tax_yuan", label: { zh: "税收", en: "Tax" }, per: null, perMu: true, weight: 80, threshold: 100, byIndustry: null },
    { figure: "sales_yuan", label: { zh: "销售", en: "Sales" }, per: "jobs", perMu: false, weight: 20, threshold: 5, byIndustry: { C17: 3 } },
  ],
};

describe("rules with other weights", () => {
  it("are the same rules but for the weights, and hold only what a rule file knows", () => {
    expect(withWeights(set, [50, 50])).toMatchObject({
      scale: "below",
      indicators: [
        { figure: "tax_yuan", perMu: true, weight: 50, threshold: 100 },
        { figure: "sales_yuan", per: "jobs", weight: 50, threshold: 5, byIndustry: { C17: 3 } },
      ],
    });
    expect(JSON.stringify(withWeights(set, [50, 50]))).not.toContain("label");
    expect(withWeights(set, [50, 50])).not.toHaveProperty("note");
  });

  it("the published weights are no change", () => {
    expect(isChanged(set, weightsOf(set))).toBe(false);
    expect(isChanged(set, [80, 21])).toBe(true);
  });
});
