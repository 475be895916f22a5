export type Urgency = "overdue" | "soon" | "later";

/** Within how many days a deadline presses. */
const SOON_DAYS = 7;

/** `daysLeft` is negative once the day has passed; the last day itself is in time. */
export function urgencyOf(daysLeft: number): Urgency {
  return daysLeft < 0 ? "overdue" : daysLeft <= SOON_DAYS ? "soon" : "later";
}

/** Calendar days from one day `yyyy-MM-dd` to another. */
export function daysBetween(from: string, to: string): number {
  const start = Date.parse(`${from.slice(0, 10)}T00:00:00Z`);
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - start) / 86_400_000);
}
