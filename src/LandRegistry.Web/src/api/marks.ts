import { filterQuery, type Filters } from "../view/filters";
import { post, postOnVersion, type Answer } from "./http";
import type { LonLat } from "./types";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type MarkParcels = Schemas["MarkParcelsRequest"];
export type MarkPreview = Schemas["MarkPreview"];
export type MarkResult = Schemas["MarkResult"];
export type RefusedGroup = Schemas["RefusedGroup"];

/** A step on parcels named one by one (query null), or on all that a filter matches. */
export interface Step {
  query: string | null;
  parcels: readonly number[] | null;
  mark: Omit<MarkParcels, "parcels" | "refused">;
}

/** The parcels under a filter whose point lies in a ring. */
export async function parcelsWithin(filters: Filters, ring: readonly LonLat[]): Promise<readonly number[]> {
  return (await post<Schemas["ParcelsWithin"]>(`/api/parcels/within${asSearch(filterQuery(filters, null).toString())}`, { ring })).body.parcels;
}

/** What the step would do; the answer's version names the set that was looked at. */
export function previewStep({ query, parcels, mark }: Step): Promise<Answer<MarkPreview>> {
  return post<MarkPreview>(`/api/parcels/marks/preview${asSearch(query)}`, { ...mark, parcels });
}

/** Does the step on the set that was previewed. */
export async function doStep({ query, parcels, mark }: Step, seen: string, leavesRefused: boolean): Promise<MarkResult> {
  const body = { ...mark, parcels, refused: leavesRefused ? "leave" : "stop" };
  return (await postOnVersion<MarkResult>(`/api/parcels/marks${asSearch(query)}`, seen, body)).body;
}

function asSearch(query: string | null): string {
  return query === null || query === "" ? "" : `?${query}`;
}
