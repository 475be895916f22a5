import type { Wording } from "../wording";
import type { todayZh } from "../zh/today";

export const todayEn: Wording<typeof todayZh> = {
  counts: (overdue, raised, due) => `${overdue} overdue · ${raised} newly raised · ${due} due`,
  kind: "Kind",
  allKinds: "All kinds",
  person: "Person",
  anyone: "Everybody",
  within: "Horizon",
  days: (count) => `${count} days`,
  overdue: "Overdue",
  raised: "Newly raised",
  todayIs: (date) => `Today, ${date}`,
  tomorrowIs: (date) => `Tomorrow, ${date}`,
  past: "Past",
  onDay: "Today",
  coming: "Coming",
  atLeast: (count) => `${count}+`,
  nobody: "Nobody assigned",
  empty: "Nothing to do within this range",
  emptyHint: "Widen the horizon or loosen a filter.",
  weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};
