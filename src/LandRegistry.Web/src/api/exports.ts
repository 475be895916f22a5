import { get } from "./http";
import type { components } from "./schema";

/** What an export would write, and what it could not. */
export function checkExport(query: URLSearchParams): Promise<components["schemas"]["ExportCheck"]> {
  return get(`/api/exports/parcels/check?${query}`);
}

/** Where the file is to be had. */
export function exportAddress(noun: "parcels" | "money", query: URLSearchParams): string {
  return `/api/exports/${noun}?${query}`;
}
