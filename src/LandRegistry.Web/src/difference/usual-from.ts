import { usualPastDays } from "../as-of/past-days";
import { today } from "../i18n/format";

/** Last year end, so that a comparison shows something worth seeing before anything is chosen. */
export function usualFrom(): string {
  return usualPastDays(today()).find(({ key }) => key === "lastYearEnd")?.day ?? today();
}
