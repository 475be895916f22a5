import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { get, post, put, upload } from "../api/http";
import { ProblemError, type Problem } from "../api/problem";
import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Import = Schemas["ImportShape"];
export type ImportChoices = Schemas["ImportChoices"];
export type ColumnChoice = Schemas["ColumnChoice"];
export type Issue = Schemas["IssueShape"];
export type ImportRow = Schemas["ImportRowShape"];
export type FileShape = Schemas["FileShape"];
export type Field = Schemas["FieldShape"];
export type Campaign = Schemas["CampaignShape"];

export const EFFECTS = ["new", "changed", "unchanged", "refused", "excluded"] as const;
export type Effect = (typeof EFFECTS)[number];

const WORKING = ["inspecting", "judging", "matching", "committing"];
const IMPORTS = ["imports"] as const;

export function isWorking(phase: string): boolean {
  return WORKING.includes(phase);
}

export function useImports() {
  return useQuery({ queryKey: [...IMPORTS, "list"], queryFn: ({ signal }) => get<Schemas["ImportPage"]>("/api/imports", signal) });
}

/** An import, asked for again and again while its work runs. */
export function useImport(id: number) {
  return useQuery({
    queryKey: [...IMPORTS, id],
    queryFn: ({ signal }) => get<Import>(`/api/imports/${id}`, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isWorking(state.data.phase) ? 500 : false),
  });
}

export function useFields() {
  return useQuery({ queryKey: ["import-fields"], queryFn: ({ signal }) => get<Field[]>("/api/import-fields", signal), staleTime: Infinity });
}

export function useProfiles() {
  return useQuery({ queryKey: ["import-profiles"], queryFn: ({ signal }) => get<Schemas["ProfileShape"][]>("/api/import-profiles", signal) });
}

export function useCampaigns() {
  return useQuery({ queryKey: ["campaigns"], queryFn: ({ signal }) => get<Campaign[]>("/api/campaigns", signal) });
}

export function useIssues(id: number, kind: string, version: string) {
  const query = kind === "" ? "" : `&kind=${encodeURIComponent(kind)}`;
  return useInfiniteQuery({
    queryKey: [...IMPORTS, id, "issues", kind, version],
    queryFn: ({ pageParam, signal }) => get<Schemas["IssuePage"]>(`/api/imports/${id}/issues?limit=100${query}${pageParam === "" ? "" : `&cursor=${pageParam}`}`, signal),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

export function useRows(id: number, effect: Effect, version: string) {
  return useInfiniteQuery({
    queryKey: [...IMPORTS, id, "rows", effect, version],
    queryFn: ({ pageParam, signal }) => get<Schemas["ImportRowPage"]>(`/api/imports/${id}/rows?limit=50&effect=${effect}${pageParam === "" ? "" : `&cursor=${pageParam}`}`, signal),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** The row that is looked at, whichever list it is in; null while none is. */
export function useRow(id: number, row: number | null, version: string): ImportRow | null {
  const found = useQuery({
    queryKey: [...IMPORTS, id, "row", row, version],
    queryFn: ({ signal }) => get<Schemas["ImportRowPage"]>(`/api/imports/${id}/rows?row=${row}`, signal),
    enabled: row !== null,
  });
  return row === null ? null : (found.data?.items[0] ?? null);
}

export function useShapes(id: number, version: string) {
  return useQuery({ queryKey: [...IMPORTS, id, "shapes", version], queryFn: ({ signal }) => get<Schemas["ImportShapeOnMap"][]>(`/api/imports/${id}/shapes`, signal) });
}

/** Sends a file; it can be given up by the signal. */
export function sendFile(file: File, onSent: (bytes: number) => void, signal: AbortSignal) {
  return upload<Import>(`/api/imports?${new URLSearchParams({ fileName: file.name })}`, file, onSent, signal);
}

export function saveProfile(name: string, choices: ImportChoices) {
  return put<Schemas["ProfileShape"]>(`/api/import-profiles?name=${encodeURIComponent(name)}`, choices);
}

export function addCampaign(entered: Schemas["CampaignRequest"]) {
  return post<Campaign>("/api/campaigns", entered);
}

/** Takes a step of the journey; what it answers is shown at once, and why it was not taken beside it. */
export function useStep(id: number) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const take = async (step: "look" | "judge" | "repairs" | "exclusions" | "matches" | "commit" | "cancel", body: unknown) => {
    setIsSending(true);
    setProblem(null);
    try {
      const answer = await post<Import>(`/api/imports/${id}/${step}`, body);
      client.setQueryData([...IMPORTS, id], answer.body);
      await client.invalidateQueries({ queryKey: [...IMPORTS, "list"] });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
      await client.invalidateQueries({ queryKey: [...IMPORTS, id] });
    } finally {
      setIsSending(false);
    }
  };
  return { problem, isSending, take };
}

/** Changes whenever the rows of an import may have other effects. */
export function versionOf({ phase, counts, issues }: Import): string {
  return JSON.stringify([phase, counts, issues]);
}
