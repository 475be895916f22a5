import { today } from "../i18n/format";

/** The year end before the day shown (null: now), so that a comparison shows something worth seeing before anything is chosen. */
export function usualFrom(shown: string | null = null): string {
  return `${Number((shown ?? today()).slice(0, 4)) - 1}-12-31`;
}
