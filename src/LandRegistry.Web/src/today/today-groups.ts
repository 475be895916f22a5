import type { TodayItem } from "../api/office-types";

/** Items under one heading: all that is overdue, or one day. */
export interface TodayGroup {
  kind: "overdue" | "day";
  /** yyyy-MM-dd; of the overdue the oldest. */
  day: string;
  items: TodayItem[];
}

/** What is overdue first, then day by day in the order of the calendar. */
export function groupsOf(items: readonly TodayItem[]): TodayGroup[] {
  const overdue = items.filter(({ state }) => state === "overdue");
  const days = new Map<string, TodayItem[]>();
  for (const item of items) {
    if (item.state !== "overdue") days.set(item.day, [...(days.get(item.day) ?? []), item]);
  }
  const groups: TodayGroup[] = [...days].map(([day, list]) => ({ kind: "day" as const, day, items: list }));
  groups.sort((a, b) => a.day.localeCompare(b.day));
  return overdue[0] === undefined ? groups : [{ kind: "overdue", day: overdue[0].day, items: overdue }, ...groups];
}
