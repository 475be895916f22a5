import type { components } from "./schema";

type Schemas = components["schemas"];

export type Me = Schemas["Me"];
export type Zone = Schemas["Zone"];
export type LandUse = Schemas["LandUse"];
export type ParcelRow = Schemas["ParcelRow"];
export type ParcelPage = Schemas["ParcelPage"];
export type ParcelDetail = Schemas["ParcelDetail"];
export type Contract = Schemas["Contract"];
export type Encumbrance = Schemas["Encumbrance"];
export type Occupancy = Schemas["Occupancy"];
export type Move = Schemas["Move"];
export type Rule = Schemas["Rule"];
export type Summary = Schemas["Summary"];
export type HistoryItem = Schemas["HistoryItem"];
export type History = Schemas["History"];
export type MarkStatusRequest = Schemas["MarkStatusRequest"];
export type HoldRequest = Schemas["HoldRequest"];
export type ReleaseRequest = Schemas["ReleaseRequest"];

/** Longitude before latitude, in degrees (CGCS2000, shown as WGS 84). */
export type LonLat = [longitude: number, latitude: number];

/** West, south, east, north in degrees. */
export type Bbox = [west: number, south: number, east: number, north: number];

/** What the server tells about a change as it happens (event stream, not part of the OpenAPI document). */
export interface ChangeEvent {
  /** null: something unknown changed. */
  changeId: number | null;
  command: string;
  actor: string;
  /** At most 200 ids; empty when `many` is set. */
  parcels: number[];
  many: boolean;
  bbox: Bbox | null;
}
