import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { get, put } from "../api/http";
import { useMe } from "../api/queries";
import { renew } from "../api/renew";
import type { components } from "../api/schema";
import { windowName } from "../events/event-stream";
import { onPresence } from "../events/live-changes";

export type Editing = components["schemas"]["Editing"];
type Editors = components["schemas"]["PresenceList"];

const KEY = ["presence"];
/** The register passes over a window that has not said so for 45 seconds. */
const BEAT_MILLISECONDS = 20_000;

/** Who else is editing what, in other windows; one's own other windows too. */
export function useEditors(): readonly Editing[] {
  const client = useQueryClient();
  const editors = useQuery({ queryKey: KEY, queryFn: ({ signal }) => get<Editors>("/api/presence", signal), staleTime: Infinity, refetchInterval: 60_000 });
  useEffect(() => onPresence(() => void renew(client, KEY)), [client]);
  return (editors.data?.items ?? []).filter(({ session }) => session !== windowName);
}

/** Tells the others that this window edits a parcel, for as long as it does; null: nothing. */
export function useEditing(parcelId: number | null): void {
  useEffect(() => {
    if (parcelId === null) return;
    // Nobody is kept from editing because the others cannot be told.
    const tell = (id: number | null) => void put<Editors>(`/api/presence/${windowName}`, { parcelId: id }).catch(() => undefined);
    tell(parcelId);
    const beat = setInterval(() => tell(parcelId), BEAT_MILLISECONDS);
    return () => {
      clearInterval(beat);
      tell(null);
    };
  }, [parcelId]);
}

/** The editors of one parcel by name; a colleague's two windows are one name, one's own is said to be another window. */
export function useEditorsOf(parcelId: number): { names: readonly string[]; isOwn: boolean } {
  const me = useMe().data?.name;
  const persons = new Set(useEditors().flatMap((editing) => (editing.parcelId === parcelId ? [editing.person] : [])));
  return { names: [...persons].filter((person) => person !== me), isOwn: me !== undefined && persons.has(me) };
}
