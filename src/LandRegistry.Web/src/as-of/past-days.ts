import dayjs from "dayjs";

/** Days that reports ask for, each the last day of its period. */
export interface PastDay {
  key: "lastMonthEnd" | "lastQuarterEnd" | "lastYearEnd" | "aYearAgo";
  /** yyyy-MM-dd */
  day: string;
}

/** The usual past days as seen from a day `yyyy-MM-dd`, latest first. */
export function usualPastDays(today: string): PastDay[] {
  const now = dayjs(today);
  const print = (day: dayjs.Dayjs) => day.format("YYYY-MM-DD");
  const quarterStart = now.month(now.month() - (now.month() % 3)).startOf("month");
  const days: PastDay[] = [
    { key: "lastMonthEnd", day: print(now.startOf("month").subtract(1, "day")) },
    { key: "lastQuarterEnd", day: print(quarterStart.subtract(1, "day")) },
    { key: "lastYearEnd", day: print(now.startOf("year").subtract(1, "day")) },
    { key: "aYearAgo", day: print(now.subtract(1, "year")) },
  ];
  return days.filter(({ day }, index) => days.findIndex((other) => other.day === day) === index);
}
