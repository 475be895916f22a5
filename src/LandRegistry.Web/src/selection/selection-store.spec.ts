import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../view/filters";
import { between, combined, isSelected, NOTHING, toggled, type Selection } from "./selection-store";

const named = (...ids: number[]): Selection => ({ kind: "named", ids: new Set(ids) });

describe("a selection of parcels", () => {
  it("a second click on a parcel takes it out again", () => {
    expect(toggled(toggled(NOTHING, 3), 3)).toEqual(NOTHING);
    expect(toggled(named(1, 2), 3)).toEqual(named(1, 2, 3));
  });

  it("a shape replaces, adds or takes away", () => {
    expect(combined(named(1, 2), [2, 3], "replace")).toEqual(named(2, 3));
    expect(combined(named(1, 2), [2, 3], "add")).toEqual(named(1, 2, 3));
    expect(combined(named(1, 2), [2, 3], "remove")).toEqual(named(1));
  });

  it("a selection by filter holds parcels that nobody has loaded", () => {
    expect(isSelected({ kind: "filter", filters: NO_FILTERS, query: "" }, 123456)).toBe(true);
  });

  it("a range of rows is the same from either end, and one row when its start has gone", () => {
    const rows = [7, 5, 9, 2].map((id) => ({ id }));

    expect(between(rows, 5, 2)).toEqual([5, 9, 2]);
    expect(between(rows, 2, 5)).toEqual([5, 9, 2]);
    expect(between(rows, 99, 9)).toEqual([9]);
  });
});
