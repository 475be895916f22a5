import { useSyncExternalStore } from "react";
import { filterQuery, type Filters } from "../view/filters";

/** Which parcels the next step is about: named ones, or all that a filter shows, on screen or not. */
export type Selection = { kind: "named"; ids: ReadonlySet<number> } | { kind: "filter"; filters: Filters; query: string };

/** What a newly drawn shape does with what is selected already. */
export type Combination = "replace" | "add" | "remove";

export const NOTHING: Selection = { kind: "named", ids: new Set() };

const listeners = new Set<() => void>();
let selection: Selection = NOTHING;
let anchor: number | null = null;

export function currentSelection(): Selection {
  return selection;
}

export function select(next: Selection): void {
  selection = next;
  listeners.forEach((listener) => listener());
}

export function clearSelection(): void {
  anchor = null;
  select(NOTHING);
}

/** All that the filter shows. */
export function selectByFilter(filters: Filters): void {
  select({ kind: "filter", filters, query: filterQuery(filters, null).toString() });
}

export function useSelection(): Selection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => selection,
  );
}

export function isSelected(where: Selection, id: number): boolean {
  return where.kind === "filter" || where.ids.has(id);
}

export function isNothing(where: Selection): boolean {
  return where.kind === "named" && where.ids.size === 0;
}

/** One parcel more or less. All that a filter shows has to be named first: see use-naming. */
export function toggled(where: Selection, id: number): Selection {
  if (where.kind === "filter") return where;
  const ids = new Set(where.ids);
  if (!ids.delete(id)) ids.add(id);
  return { kind: "named", ids };
}

/** Where a range of rows begins: the row that was last taken or left out by itself. */
export function rangeAnchor(): number | null {
  return anchor;
}

export function setRangeAnchor(id: number | null): void {
  anchor = id;
}

export function combined(where: Selection, ids: readonly number[], how: Combination): Selection {
  const before = where.kind === "named" ? where.ids : new Set<number>();
  if (how === "replace") return { kind: "named", ids: new Set(ids) };
  const taken = new Set(ids);
  return { kind: "named", ids: how === "add" ? new Set([...before, ...ids]) : new Set([...before].filter((id) => !taken.has(id))) };
}

/** The ids between two rows of the list, both included, whichever comes first. */
export function between(rows: readonly { id: number }[], from: number, to: number): number[] {
  const [a, b] = [rows.findIndex(({ id }) => id === from), rows.findIndex(({ id }) => id === to)];
  if (a < 0 || b < 0) return [to];
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id);
}

