import type { Section } from "./retender-query";

/** The columns of the list, as the export names them, in their order. */
export const COLUMN_CODES = [
  "code",
  "name",
  "zone",
  "use",
  "area",
  "floorArea",
  "status",
  "statusSince",
  "readyOn",
  "blockers",
  "holders",
  "expectedOn",
  "holdReason",
  "holdUntil",
  "tenderStage",
  "closesOn",
  "nextDue",
  "winner",
  "awardPrice",
  "far",
  "price",
  "infrastructure",
  "density",
  "green",
  "height",
  "investment",
  "output",
  "tax",
  "energy",
  "term",
  "rightEndsOn",
  "neighbours",
] as const;
export type ColumnCode = (typeof COLUMN_CODES)[number];

const ALWAYS = ["name", "zone", "use", "area"] as const;

// The tender says more of this land than its use, and the window has room for so many.
const OFFERED = ["name", "zone", "area"] as const;

/** What each part is asked first. */
export const USUAL_COLUMNS: Record<Section, readonly ColumnCode[]> = {
  ready: [...ALWAYS, "readyOn", "far", "price", "infrastructure"],
  blocked: [...ALWAYS, "blockers", "holders", "expectedOn"],
  held: [...ALWAYS, "holdReason", "holdUntil", "blockers"],
  in_tender: [...OFFERED, "tenderStage", "closesOn", "nextDue", "price"],
  sold: [...OFFERED, "tenderStage", "nextDue", "winner", "awardPrice"],
};

/** The columns of the export that a column of the screen stands for. */
export const EXPORT_COLUMNS: Partial<Record<ColumnCode, readonly string[]>> = {
  name: ["code", "name"],
  area: ["areaMu", "area"],
  tenderStage: ["tenderStage", "tenderMethod", "round", "tenderNumber"],
  closesOn: ["opensOn", "closesOn"],
  nextDue: ["nextDueOn", "nextDue"],
  far: ["farMin", "farMax"],
  price: ["price", "priceBasis"],
  energy: ["energy", "emission"],
};

/** Columns that say money, for who may read it. */
export const MONEY_COLUMNS: readonly ColumnCode[] = ["awardPrice", "investment", "output", "tax", "price"];

/** Reads what was remembered; columns that no list has any more are left out. */
export function parseColumns(stored: string | null): Partial<Record<Section, ColumnCode[]>> {
  try {
    const value: unknown = JSON.parse(stored ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).map(([section, codes]) => [section, COLUMN_CODES.filter((code) => Array.isArray(codes) && codes.includes(code))]),
    );
  } catch {
    return {};
  }
}
