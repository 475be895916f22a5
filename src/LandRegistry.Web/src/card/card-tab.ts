/** The pages of the parcel's card, in the order of the rail. */
export const CARD_TABS = ["overview", "case", "contract", "rights", "history"] as const;

export type CardTab = (typeof CARD_TABS)[number];

export function isCardTab(value: unknown): value is CardTab {
  return typeof value === "string" && (CARD_TABS as readonly string[]).includes(value);
}
