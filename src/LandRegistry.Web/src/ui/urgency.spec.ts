import { describe, expect, it } from "vitest";
import { daysBetween, urgencyOf } from "./urgency";

describe("urgency", () => {
  it("the last day itself is in time, the day after is overdue", () => {
    expect(urgencyOf(0)).toBe("soon");
    expect(urgencyOf(-1)).toBe("overdue");
  });

  it("a week presses, more does not", () => {
    expect(urgencyOf(7)).toBe("soon");
    expect(urgencyOf(8)).toBe("later");
  });

  it("days are counted by the calendar, over the leap day too", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-11-21", "2026-11-21")).toBe(0);
    expect(daysBetween("2026-11-21", "2026-11-01")).toBe(-20);
  });
});
