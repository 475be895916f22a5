import { describe, expect, it } from "vitest";
import type { Metric } from "../api/office-types";
import { metricTable, yearOf } from "./metric-table";

const metric = (name: string, from: string, to: string, amount: number): Metric => ({
  id: amount,
  name,
  label: { zh: name, en: name },
  from,
  to,
  amount,
  isEstimated: false,
  source: "test",
  note: null,
  version: 1,
});

describe("figures by period", () => {
  const table = metricTable([metric("tax_yuan", "2024-01-01", "2024-12-31", 1), metric("tax_yuan", "2025-01-01", "2025-12-31", 2), metric("jobs", "2025-01-01", "2025-12-31", 3)]);

  it("the latest period comes first", () => {
    expect(table.periods.map(yearOf)).toEqual(["2025", "2024"]);
  });

  it("what is not known leaves its place empty, never zero", () => {
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell?.amount ?? null)])).toEqual([
      ["tax_yuan", 2, 1],
      ["jobs", 3, null],
    ]);
  });

  it("only a whole calendar year is called a year", () => {
    expect(yearOf({ from: "2025-01-01", to: "2025-06-30" })).toBeNull();
    expect(yearOf({ from: "2024-01-01", to: "2025-12-31" })).toBeNull();
  });
});
