import { useState } from "react";
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
  "far",
  "density",
  "green",
  "height",
  "investment",
  "output",
  "tax",
  "energy",
  "term",
  "price",
  "infrastructure",
  "rightEndsOn",
  "neighbours",
] as const;
export type ColumnCode = (typeof COLUMN_CODES)[number];

const ALWAYS = ["name", "zone", "use", "area"] as const;

/** What each part is asked first. */
export const USUAL_COLUMNS: Record<Section, readonly ColumnCode[]> = {
  ready: [...ALWAYS, "readyOn", "far", "investment", "tax", "price", "infrastructure"],
  blocked: [...ALWAYS, "blockers", "holders", "expectedOn"],
  held: [...ALWAYS, "holdReason", "holdUntil", "blockers"],
  in_tender: [...ALWAYS, "statusSince", "far", "price"],
  sold: [...ALWAYS, "statusSince", "far", "investment"],
};

/** The columns of the export that a column of the screen stands for. */
export const EXPORT_COLUMNS: Partial<Record<ColumnCode, readonly string[]>> = {
  name: ["code", "name"],
  area: ["areaMu", "area"],
  far: ["farMin", "farMax"],
  price: ["price", "priceBasis"],
  energy: ["energy", "emission"],
};

const KEY = "retender.columns";

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

/** The chosen columns of a part, remembered in this browser. */
export function useChosenColumns(section: Section): [readonly ColumnCode[], (codes: readonly ColumnCode[] | null) => void] {
  const [chosen, setChosen] = useState(() => parseColumns(read()));
  const own = chosen[section];
  const choose = (codes: readonly ColumnCode[] | null) => {
    const { [section]: _, ...others } = chosen;
    const next = codes === null ? others : { ...others, [section]: [...codes] };
    setChosen(next);
    write(JSON.stringify(next));
  };
  return [own === undefined || own.length === 0 ? USUAL_COLUMNS[section] : own, choose];
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing shows the usual columns.
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Likewise: the choice lasts as long as the page.
  }
}
