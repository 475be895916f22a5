import type { Messages } from "../i18n/messages-zh";
import type { Particulars, View } from "../view/view-url";

export const BEHIND = ["age", "use", "stay", "released", "money", "load"] as const;
export type BehindOf = (typeof BEHIND)[number];

/** A figure whose rows are shown in place of the panels; a null key is the one that is not known. */
export interface Behind {
  of: BehindOf;
  key: string | null;
}

/** Where the rows behind a figure stand, for a link. */
export function toRows(of: BehindOf, key: string | null): Partial<View> {
  return { selected: null, tab: null, particulars: { of, ...(key === null ? {} : { kind: key }) } };
}

export function readBehind({ of, kind }: Particulars): Behind | null {
  const known = BEHIND.find((one) => one === of);
  return known === undefined ? null : { of: known, key: kind ?? null };
}

const DAYS_OF_MONTH = 30.4375;

/** Days while they are few, then months as the averages are told in. */
export function daysText(days: number | null, t: Messages): string | null {
  if (days === null) return null;
  return days < 60 ? t.overview.days(String(days)) : t.overview.months((days / DAYS_OF_MONTH).toFixed(1));
}
