import { describe, expect, it } from "vitest";
import type { TodayItem } from "../api/office-types";
import { groupsOf } from "./today-groups";

const item = (day: string, state: string): TodayItem => ({
  kind: "case_deadline",
  kindName: { zh: "案件期限", en: "Deadline" },
  state,
  day,
  daysLeft: 0,
  says: { zh: "说明情况", en: "Explain" },
  article: null,
  who: null,
  person: null,
  parcelId: 1,
  parcelCode: null,
  parcelName: null,
  zoneId: null,
  caseId: null,
  strategyId: null,
  enterpriseId: null,
  enterpriseName: null,
});

describe("groups of the day's list", () => {
  it("what is overdue comes first, under one heading", () => {
    const groups = groupsOf([item("2026-11-01", "overdue"), item("2026-11-20", "raised"), item("2026-11-05", "overdue"), item("2026-11-21", "due")]);

    expect(groups.map(({ kind, day, items }) => [kind, day, items.length])).toEqual([
      ["overdue", "2026-11-01", 2],
      ["day", "2026-11-20", 1],
      ["day", "2026-11-21", 1],
    ]);
  });

  it("days stand in the order of the calendar, whatever page they came on", () => {
    expect(groupsOf([item("2026-12-01", "due"), item("2026-11-30", "due")]).map(({ day }) => day)).toEqual(["2026-11-30", "2026-12-01"]);
  });

  it("nothing to do gives no heading", () => {
    expect(groupsOf([])).toEqual([]);
  });
});
