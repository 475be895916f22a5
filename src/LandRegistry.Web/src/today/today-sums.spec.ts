import { describe, expect, it } from "vitest";
import type { TodayCount } from "../api/office-types";
import { sumsOf } from "./today-sums";

const count = (isRaised: boolean, past: number, onDay: number, coming: number): TodayCount => ({
  kind: isRaised ? "suspicion" : "case_deadline",
  name: { zh: "事项", en: "Item" },
  isRaised,
  past,
  onDay,
  coming,
  isCapped: false,
});

describe("sums of the day's list", () => {
  it("what was raised in the past is new, and never overdue", () => {
    expect(sumsOf([count(true, 5, 2, 3)])).toEqual({ overdue: 0, raised: 7, due: 3 });
  });

  it("a task is overdue from the day after its last", () => {
    expect(sumsOf([count(false, 5, 2, 3)])).toEqual({ overdue: 5, raised: 0, due: 5 });
  });

  it("kinds are added up", () => {
    expect(sumsOf([count(true, 1, 1, 1), count(false, 1, 1, 1)])).toEqual({ overdue: 1, raised: 2, due: 3 });
  });
});
