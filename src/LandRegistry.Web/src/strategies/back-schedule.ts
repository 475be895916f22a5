import dayjs from "dayjs";

export interface ScheduledDays {
  /** Last day on which the step may begin, yyyy-MM-dd. */
  startBy: string;
  /** Last day on which it may be done, inclusive. */
  dueOn: string;
}

/**
 * A preview, while a draft is being written, of the days that the register will answer: each step ends the day before the
 * next begins, the last one on the end. Null from the first step on (counted from the end) whose days are not known yet.
 */
export function backSchedule(endOn: string | null, days: readonly (number | null | undefined)[]): (ScheduledDays | null)[] {
  const scheduled: (ScheduledDays | null)[] = days.map(() => null);
  let due = endOn === null ? null : dayjs(endOn);
  for (let index = days.length - 1; index >= 0 && due !== null; index--) {
    const length = days[index];
    if (length === null || length === undefined || length < 1) return scheduled;
    const start: dayjs.Dayjs = due.subtract(length - 1, "day");
    scheduled[index] = { startBy: start.format("YYYY-MM-DD"), dueOn: due.format("YYYY-MM-DD") };
    due = start.subtract(1, "day");
  }
  return scheduled;
}
