import dayjs from "dayjs";

/** As far back as the slider goes, however old the register is. */
const MOST_MONTHS = 240;

/**
 * The stops of the time slider: the last day of every month that has ended, from the month of the first day (`yyyy-MM-dd`) on,
 * and null, which is now.
 */
export function monthStops(first: string, today: string): (string | null)[] {
  const stops: (string | null)[] = [null];
  let end = dayjs(today).startOf("month").subtract(1, "day");
  while (stops.length <= MOST_MONTHS && end.format("YYYY-MM-DD") >= first) {
    stops.unshift(end.format("YYYY-MM-DD"));
    end = end.startOf("month").subtract(1, "day");
  }
  return stops;
}

/** The stop at which a day is shown: itself, or the first after it. */
export function stopOf(stops: readonly (string | null)[], day: string | null): number {
  const at = day === null ? -1 : stops.findIndex((stop) => stop !== null && stop >= day);
  return at < 0 ? stops.length - 1 : at;
}
