import type { MultiPolygon, Polygon } from "geojson";
import type { BrokenRule } from "./broken-rule";
import { get, post, putOnVersion, removeOnVersion } from "./http";
import type { components } from "./schema";

type Schemas = components["schemas"];

export type AssemblyRow = Schemas["AssemblyRow"];
export type AssembledParcel = Schemas["AssembledParcel"];
export type AssembledSite = Omit<Schemas["AssembledSite"], "boundary" | "against"> & { boundary: MultiPolygon | Polygon | null; against: BrokenRule[] };

export interface Assembly {
  name: string;
  note: string | null;
  parcels: readonly number[];
}

export async function fetchAssemblies(signal?: AbortSignal): Promise<AssemblyRow[]> {
  return (await get<{ items: AssemblyRow[] }>("/api/assemblies", signal)).items;
}

export async function previewSite(parcels: readonly number[]): Promise<AssembledSite> {
  return (await post<AssembledSite>("/api/assemblies/preview", { parcels })).body;
}

export async function keepAssembly(assembly: Assembly): Promise<AssemblyRow> {
  return (await post<AssemblyRow>("/api/assemblies", assembly)).body;
}

export async function rewriteAssembly(row: AssemblyRow, assembly: Assembly): Promise<AssemblyRow> {
  return (await putOnVersion<AssemblyRow>(`/api/assemblies/${row.id}`, `"p${row.id}-v${row.version}"`, assembly)).body;
}

export async function deleteAssembly(row: AssemblyRow): Promise<void> {
  await removeOnVersion(`/api/assemblies/${row.id}`, `"p${row.id}-v${row.version}"`);
}
