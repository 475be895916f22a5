import { changeView } from "../view/view-store";

/** The pages of the parcel's card, in the order of the rail. */
export const CARD_TABS = ["overview", "clock", "case", "readiness", "tender", "projects", "facts", "money", "documents", "rights", "ground", "history"] as const;

export type CardTab = (typeof CARD_TABS)[number];

export function isCardTab(value: unknown): value is CardTab {
  return typeof value === "string" && (CARD_TABS as readonly string[]).includes(value);
}

/** Opens a page of the card; the address bar names it. */
export function openTab(tab: CardTab): void {
  changeView({ tab: tab === "overview" ? null : tab }, "replace");
}
