import { usualPastDays } from "../as-of/past-days";
import { today } from "../i18n/format";

/** The year end before the day shown (null: now), so that a comparison shows something worth seeing before anything is chosen. */
export function usualFrom(shown: string | null = null): string {
  const day = shown ?? today();
  return usualPastDays(day).find(({ key }) => key === "lastYearEnd")?.day ?? day;
}
