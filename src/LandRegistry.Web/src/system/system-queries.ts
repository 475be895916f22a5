import { useQuery } from "@tanstack/react-query";
import { get, post } from "../api/http";
import type { components } from "../api/schema";

type Schemas = components["schemas"];
export type SystemReport = Schemas["SystemReport"];
export type DatabaseHost = Schemas["DatabaseHost"];
export type BackupList = Schemas["BackupList"];
export type Backup = Schemas["BackupShape"];

export const BACKUPS_KEY = "backups";
const BETWEEN_LOOKS = 15_000;

export function useSystem() {
  return useQuery({ queryKey: ["system"], queryFn: ({ signal }) => get<SystemReport>("/api/system", signal), refetchInterval: BETWEEN_LOOKS });
}

export function useBackups() {
  return useQuery({ queryKey: [BACKUPS_KEY], queryFn: ({ signal }) => get<BackupList>("/api/backups", signal), staleTime: 0 });
}

/** Makes a backup; the answer comes when it is made. */
export async function makeBackup(): Promise<BackupList> {
  return (await post<BackupList>("/api/backups", {})).body;
}

/** Restores a backup to look at it; the answer comes when every table has been compared. */
export async function checkBackup(name: string): Promise<BackupList> {
  return (await post<BackupList>(`/api/backups/${encodeURIComponent(name)}/check`, {})).body;
}
