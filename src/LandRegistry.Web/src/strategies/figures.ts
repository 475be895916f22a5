import type { StrategyFigures } from "../api/office-types";
import { muToSquareMetres, squareMetresToMu } from "../geometry/area";

/** Figures as officers type them: mu, ten thousand yuan, persons. */
export interface TypedFigures {
  areaMu?: number | null;
  investment?: number | null;
  tax?: number | null;
  jobs?: number | null;
}

const WAN = 10_000;

const times = (value: number | null | undefined, factor: number) => (value === null || value === undefined ? null : Math.round(value * factor * 100) / 100);

export function toFigures({ areaMu, investment, tax, jobs }: TypedFigures): StrategyFigures {
  return {
    areaSquareMetres: areaMu === null || areaMu === undefined ? null : Math.round(muToSquareMetres(areaMu) * 100) / 100,
    investmentYuan: times(investment, WAN),
    yearlyTaxYuan: times(tax, WAN),
    jobs: jobs ?? null,
  };
}

export function toTyped({ areaSquareMetres, investmentYuan, yearlyTaxYuan, jobs }: StrategyFigures): TypedFigures {
  return {
    areaMu: areaSquareMetres === null ? null : Math.round(squareMetresToMu(areaSquareMetres) * 100) / 100,
    investment: times(investmentYuan, 1 / WAN),
    tax: times(yearlyTaxYuan, 1 / WAN),
    jobs,
  };
}
