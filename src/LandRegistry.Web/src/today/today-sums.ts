import type { TodayCount } from "../api/office-types";

/** What the head of the list counts: tasks past their last day, what is newly so by now, and what is still to come. */
export interface TodaySums {
  overdue: number;
  raised: number;
  due: number;
}

/** A day from which something is so is never overdue, however far it lies back. */
export function sumsOf(counts: readonly TodayCount[]): TodaySums {
  const sums = { overdue: 0, raised: 0, due: 0 };
  for (const { isRaised, past, onDay, coming } of counts) {
    if (isRaised) sums.raised += past + onDay;
    else sums.overdue += past;
    sums.due += isRaised ? coming : onDay + coming;
  }
  return sums;
}
