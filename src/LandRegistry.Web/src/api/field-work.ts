import { get, getWithEtag, post, postFile, postOnVersion, type Answer } from "./http";
import type { components } from "./schema";

export type FieldPackage = components["schemas"]["FieldPackage"];
export type FieldReturn = components["schemas"]["FieldReturn"];
export type ReturnedParcel = components["schemas"]["ReturnedParcel"];
export type ReturnedValue = components["schemas"]["ReturnedValue"];
export type ReturnedDrawing = components["schemas"]["ReturnedDrawing"];
export type ReturnChoice = ({ parcelId: number; field: string } | { drawn: string }) & { take: "field" | "office" };

export const fetchPackages = (signal?: AbortSignal) => get<FieldPackage[]>("/api/field-packages", signal);

/** Makes a package of the parcels under a filter. */
export const makePackage = (filter: URLSearchParams, name: string, language: string) => post<FieldPackage>(`/api/field-packages?${filter}`, { name, language });

export const packageAddress = (id: number) => `/api/field-packages/${id}/file`;

/** Takes a file back and compares it; nothing is written. */
export const takeBack = (file: Blob) => postFile<FieldReturn>("/api/field-returns", file);

/** A return with the tag that choices stand on. */
export const fetchReturn = (id: number, signal?: AbortSignal): Promise<Answer<FieldReturn>> => getWithEtag<FieldReturn>(`/api/field-returns/${id}`, signal);

export const applyReturn = (id: number, etag: string, reason: string, choices: readonly ReturnChoice[]) => postOnVersion<FieldReturn>(`/api/field-returns/${id}/apply`, etag, { reason, choices });
