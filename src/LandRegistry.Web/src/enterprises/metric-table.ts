import type { Metric } from "../api/office-types";

export interface Period {
  from: string;
  to: string;
}

export interface MetricTable {
  /** Latest first. */
  periods: Period[];
  rows: { name: string; cells: (Metric | null)[] }[];
}

/** Figures by name and period; a figure that is not known for a period leaves its place empty. */
export function metricTable(metrics: readonly Metric[]): MetricTable {
  const keys = [...new Set(metrics.map(({ from, to }) => `${to}/${from}`))].sort().reverse();
  const periods = keys.map((key) => ({ from: key.slice(11), to: key.slice(0, 10) }));
  const names = [...new Set(metrics.map(({ name }) => name))];
  return {
    periods,
    rows: names.map((name) => ({ name, cells: periods.map(({ from, to }) => metrics.find((one) => one.name === name && one.from === from && one.to === to) ?? null) })),
  };
}

/** The year, where a period is exactly one; null otherwise. */
export function yearOf({ from, to }: Period): string | null {
  return from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : null;
}
