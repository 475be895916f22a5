import { describe, expect, it } from "vitest";
import { monthStops, stopOf } from "./months";

describe("the stops of the time slider", () => {
  it("are the ends of the months since the first day, and now", () => {
    expect(monthStops("2026-08-31", "2026-11-21")).toEqual(["2026-08-31", "2026-09-30", "2026-10-31", null]);
    expect(monthStops("2026-09-01", "2026-11-21")).toEqual(["2026-09-30", "2026-10-31", null]);
  });

  it("are now alone in a register of this month", () => {
    expect(monthStops("2026-11-02", "2026-11-21")).toEqual([null]);
  });

  it("go back twenty years and no further", () => {
    const stops = monthStops("1900-01-01", "2026-11-21");

    expect(stops).toHaveLength(241);
    expect(stops[0]).toBe("2006-11-30");
  });

  it("show a day between two ends at the later, and a day of this month as now", () => {
    const stops = monthStops("2026-08-15", "2026-11-21");

    expect(stopOf(stops, "2026-09-30")).toBe(1);
    expect(stopOf(stops, "2026-10-05")).toBe(2);
    expect(stopOf(stops, "2026-11-05")).toBe(3);
    expect(stopOf(stops, null)).toBe(3);
    expect(stopOf(stops, "2020-01-01")).toBe(0);
  });
});
