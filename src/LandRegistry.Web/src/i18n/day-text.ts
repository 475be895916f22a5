import { today } from "./format";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads a typed day in any of the forms the screen prints or people type: 2026-04-06, 2026/4/6, 2026.4.6, 2026年4月6日,
 * 20260406, 6 Apr 2026. Null for anything else, also for a day that the calendar does not have.
 */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  const numbers = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (numbers !== null) return dayOf(numbers[1], Number(numbers[2]), numbers[3]);
  const words = /^(\d{1,2})\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text);
  if (words === null) return null;
  const month = MONTHS.findIndex((name) => (words[2] ?? "").toLowerCase().startsWith(name));
  return month < 0 ? null : dayOf(words[3], month + 1, words[1]);
}

function dayOf(year = "", month: number, day = ""): string | null {
  const written = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written) ? written : null;
}

/** Which days a field takes; both ends count. */
export interface DayRange {
  from?: string;
  to?: string;
}

export const UP_TO_TODAY = (): DayRange => ({ to: today() });
export const FROM_TODAY = (): DayRange => ({ from: today() });

export type DayFault = "none" | "unreadable" | "tooEarly" | "tooLate";

/** What is wrong with the content of a day field: a day `yyyy-MM-dd`, or the text as typed where it is none. */
export function dayFault(value: string | null | undefined, { from, to }: DayRange): DayFault {
  if (value === null || value === undefined || value === "") return "none";
  const day = readDay(value);
  if (day === null) return "unreadable";
  if (from !== undefined && day < from) return "tooEarly";
  return to !== undefined && day > to ? "tooLate" : "none";
}
