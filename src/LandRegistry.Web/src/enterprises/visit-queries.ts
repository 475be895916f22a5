import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get, postOnVersion } from "../api/http";
import { usePages } from "../api/office-queries";
import type { components } from "../api/schema";
import { versionTag } from "../api/version-tag";

type Schemas = components["schemas"];

export type VisitFile = Schemas["VisitFile"];
export type Finding = Schemas["FindingShape"];
export type WatchedRow = Schemas["WatchedRow"];

export const WATCH_REASONS = ["marked", "zombie", "stopped", "finding_overdue", "visit_overdue"] as const;
export type WatchReason = (typeof WATCH_REASONS)[number];

export function useVisitFile(enterpriseId: number) {
  return useQuery({ queryKey: ["enterprise", enterpriseId, "visits"], queryFn: ({ signal }) => get<VisitFile>(`/api/enterprises/${enterpriseId}/visits`, signal) });
}

export function useWatchPages(reason: WatchReason | null) {
  return usePages<Schemas["WatchPage"]>("enterprises", "/api/enterprises/watched", new URLSearchParams(reason === null ? { limit: "100" } : { limit: "100", reason }));
}

export function useVisitTotals() {
  return useQuery({ queryKey: ["enterprises", "visit-totals"], queryFn: ({ signal }) => get<Schemas["VisitTotals"]>("/api/enterprises/visit-totals", signal), placeholderData: keepPreviousData });
}

function send(file: VisitFile, command: string, body: unknown) {
  return postOnVersion<VisitFile>(`/api/enterprises/${file.enterpriseId}/${command}`, versionTag({ id: file.enterpriseId, version: file.version }), body);
}

export function recordVisit(file: VisitFile, body: Schemas["VisitRequest"]) {
  return send(file, "visits", body);
}

export function rectifyFinding(file: VisitFile, finding: number, body: Schemas["RectifyRequest"]) {
  return send(file, `findings/${finding}/rectify`, body);
}

export function planVisits(file: VisitFile, body: Schemas["VisitPlanRequest"]) {
  return send(file, "visit-plan", body);
}

export function watchEnterprise(file: VisitFile, body: Schemas["WatchRequest"]) {
  return send(file, "watch", body);
}
