import type { Wording } from "../wording";
import type { asOfZh } from "../zh/as-of";

export const asOfEn: Wording<typeof asOfZh> = {
  now: "Now",
  label: "Show the register of a past day",
  pick: "Pick a day",
  lastYearEnd: "Last year end",
  lastQuarterEnd: "Last quarter end",
  lastMonthEnd: "Last month end",
  aYearAgo: "A year ago",
  banner: (date) => `The register as of ${date}`,
  hint: "Map, counts, table and card show that day; nothing can be changed here.",
  back: "Back to now",
  slider: "Go through the months",
  closeSlider: "Close the slider",
  play: "Play",
  pause: "Pause",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  speed: "Speed",
  speeds: { slow: "Slow", normal: "Medium", fast: "Fast" },
};
