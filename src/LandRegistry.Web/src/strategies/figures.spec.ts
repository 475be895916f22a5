import { describe, expect, it } from "vitest";
import { toFigures, toTyped } from "./figures";

describe("figures of a strategy", () => {
  it("are typed in mu and ten thousand yuan, and kept in square metres and yuan", () => {
    expect(toFigures({ areaMu: 3, investment: 1200, tax: 0.5, jobs: 40 })).toEqual({ areaSquareMetres: 2000, investmentYuan: 12_000_000, yearlyTaxYuan: 5000, jobs: 40 });
  });

  it("unknown stays unknown, never zero", () => {
    expect(toFigures({})).toEqual({ areaSquareMetres: null, investmentYuan: null, yearlyTaxYuan: null, jobs: null });
    expect(toTyped({ areaSquareMetres: null, investmentYuan: null, yearlyTaxYuan: null, jobs: null })).toEqual({ areaMu: null, investment: null, tax: null, jobs: null });
  });

  it("come back as they were typed", () => {
    const typed = { areaMu: 12.35, investment: 880.5, tax: 12, jobs: 7 };

    expect(toTyped(toFigures(typed))).toEqual(typed);
  });
});
