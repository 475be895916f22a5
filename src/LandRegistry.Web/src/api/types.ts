import type { MultiPolygon } from "geojson";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Me = Schemas["Me"];
export type Zone = Schemas["ZoneShape"];
export type LandUse = Schemas["LandUseShape"];
export type ParcelRow = Schemas["ParcelRow"];
export type ParcelPage = Schemas["ParcelPage"];
/** The document leaves the boundary open, because GeoJSON has a standard of its own (RFC 7946). */
export type ParcelDetail = Omit<Schemas["ParcelDetail"], "boundary"> & { boundary: MultiPolygon | null };
export type Contract = Schemas["ContractShape"];
export type Encumbrance = Schemas["EncumbranceShape"];
export type Occupancy = Schemas["OccupancyShape"];
export type Move = Schemas["Move"];
export type Rule = Schemas["MoveRule"];
export type Summary = Schemas["ParcelSummary"];
export type Choices = Schemas["ParcelChoices"];
export type ChoicesBy = Omit<Choices, "total" | "shown">;
export type FieldChange = Schemas["FieldChange"];
export type RecordChange = Schemas["RecordChange"];
export type HistoryItem = Schemas["HistoryItem"];
export type History = Schemas["ParcelHistory"];
export type ChangeDetail = Schemas["ChangeDetail"];
/** The server treats every member as optional, so that it can name all faults at once; we always send these. */
export type MarkStatusRequest = Sent<Schemas["MarkStatusRequest"], "to" | "reason" | "effectiveDate">;
export type HoldRequest = Sent<Schemas["HoldRequest"], "reason">;
export type ReleaseRequest = Sent<Schemas["ReleaseRequest"], "reason">;

type Sent<T, K extends keyof T> = T & { [P in K]-?: NonNullable<T[P]> };

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

/** Wording of the server in both languages. */
export type Text = Schemas["Text"];
export type Source = Schemas["SourceShape"];
export type ClockAnswer = Schemas["ClockAnswer"];
export type ClockSegment = Schemas["SegmentShape"];
export type ClockStep = Schemas["StepShape"];
export type ClockSummary = Schemas["ClockSummary"];
export type ReadinessAnswer = Schemas["ReadinessAnswer"];
export type ReadinessItem = Schemas["ItemShape"];
export type RipenessItem = Schemas["RipenessItemShape"];
export type MoneyAnswer = Schemas["MoneyAnswer"];
export type Balance = Schemas["Balance"];
export type Law = Schemas["LawAnswer"];
export type FactKind = Schemas["FactKindShape"];
export type FactField = Schemas["FactFieldShape"];
export type Fact = Schemas["Fact"];
export type FactList = Schemas["FactList"];
export type EnterprisePage = Schemas["EnterprisePage"];
export type Scan = Schemas["ScanShape"];
/** What a fact says, by the names of the fields of its kind; absent and null are both unknown. */
export type FactValues = Readonly<Record<string, FactValue | undefined>>;
export type FactValue = string | number | readonly string[] | null;
