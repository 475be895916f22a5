import type { FeatureCollection, LineString, MultiPolygon } from "geojson";
import type { BrokenRule } from "./broken-rule";
import { get, post, postOnVersion, type Answer } from "./http";
import type { components } from "./schema";
import type { Bbox, ParcelDetail } from "./types";

type Schemas = components["schemas"];

export type BoundaryCheck = Omit<Schemas["BoundaryCheckAnswer"], "findings"> & { findings: BrokenRule[] };
export type LineagePreview = { isAcceptable: boolean; parts: { boundary: MultiPolygon; areaSquareMetres: number }[]; findings: BrokenRule[] };
export type LineageResult = Schemas["LineageResult"];
export type Lineage = Schemas["ParcelLineage"];
export type RelatedParcel = Schemas["RelatedParcel"];
export type NearParcel = Schemas["NearParcel"];

/** Boundaries as the register has them, with every digit; `isWhole` is false when there are more in the box. */
export type ExactBoundaries = FeatureCollection<MultiPolygon, { code: string | null; name: string | null; status: string; version: number }> & { isWhole: boolean };

export interface NewParcel {
  zoneId: number;
  code: string | null;
  name: string | null;
  statedAreaSquareMetres: number | null;
  landUseCode: string | null;
  landUseSystem: string | null;
}

export function fetchBoundaries(box: Bbox, signal?: AbortSignal): Promise<ExactBoundaries> {
  return get<ExactBoundaries>(`/api/boundaries?bbox=${box.join(",")}&limit=500`, signal);
}

/** What a boundary would be answered; of a new parcel where no id is given. */
export async function checkBoundary(boundary: MultiPolygon, of: { parcelId: number } | { zoneId: number | null; statedAreaSquareMetres: number | null }): Promise<BoundaryCheck> {
  return (await post<BoundaryCheck>("/api/boundaries/check", { boundary, ...of })).body;
}

export function drawParcel(boundary: MultiPolygon, parcel: NewParcel, reason: string, accept: boolean): Promise<Answer<ParcelDetail>> {
  return post<ParcelDetail>("/api/parcels", { boundary, ...parcel, reason, accept });
}

export function setBoundary(parcelId: number, etag: string, boundary: MultiPolygon, reason: string, accept: boolean): Promise<Answer<ParcelDetail>> {
  return postOnVersion<ParcelDetail>(`/api/parcels/${parcelId}/boundary`, etag, { boundary, reason, accept });
}

export async function checkSplit(parcelId: number, line: LineString): Promise<LineagePreview> {
  return (await post<LineagePreview>(`/api/parcels/${parcelId}/split/check`, { line })).body;
}

export async function splitParcel(parcelId: number, etag: string, line: LineString, reason: string): Promise<LineageResult> {
  return (await postOnVersion<LineageResult>(`/api/parcels/${parcelId}/split`, etag, { line, reason })).body;
}

export interface SeenParcel {
  id: number;
  version: number;
}

export async function checkMerge(parcels: readonly SeenParcel[]): Promise<LineagePreview> {
  return (await post<LineagePreview>("/api/parcels/merge/check", { parcels })).body;
}

export async function mergeParcels(parcels: readonly SeenParcel[], reason: string): Promise<LineageResult> {
  return (await post<LineageResult>("/api/parcels/merge", { parcels, reason })).body;
}

export function fetchLineage(parcelId: number, signal?: AbortSignal): Promise<Lineage> {
  return get<Lineage>(`/api/parcels/${parcelId}/lineage`, signal);
}

export async function fetchNeighbours(parcelId: number, signal?: AbortSignal): Promise<NearParcel[]> {
  return (await get<{ items: NearParcel[] }>(`/api/parcels/${parcelId}/neighbours`, signal)).items;
}

export async function fetchNearest(parcelId: number, status: string, signal?: AbortSignal): Promise<NearParcel[]> {
  return (await get<{ items: NearParcel[] }>(`/api/parcels/${parcelId}/nearest?status=${status}&limit=10`, signal)).items;
}
