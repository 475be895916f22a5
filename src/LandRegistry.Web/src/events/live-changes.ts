import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { isDatabaseAway } from "../api/health";
import { get } from "../api/http";
import { KEYS, OFFICE_KEYS, parcelKey } from "../api/queries";
import { renew } from "../api/renew";
import type { ChangeEvent, Me, ParcelDetail } from "../api/types";
import { listenToChanges, type Connection } from "./event-stream";

/** `isOwn`: this window made the change itself, so the user need not be told. */
type ChangeListener = (change: ChangeEvent, isOwn: boolean) => void;
const changeListeners = new Set<ChangeListener>();
const refreshListeners = new Set<() => void>();
const presenceListeners = new Set<() => void>();

/** Parcels that this window is changing itself; the matching event crosses one of them off. */
const ownChanges = new Map<number, number>();
const OWN_CHANGE_MILLISECONDS = 10_000;
/** The answer may overtake the event of the same change by so much. */
const STEP_TOLD_LATE_MILLISECONDS = 500;

export function rememberOwnChange(parcelId: number): void {
  ownChanges.set(parcelId, Date.now());
}

export function forgetOwnChange(parcelId: number): void {
  ownChanges.delete(parcelId);
}

/** Steps on many parcels that this window is doing itself, by the name of their command. */
const ownSteps = new Map<string, number>();

/** A step on many parcels begins; what is told of it meanwhile is this window's own. Call the result when it is answered. */
export function expectOwn(command: string): () => void {
  ownSteps.set(command, (ownSteps.get(command) ?? 0) + 1);
  return () => setTimeout(() => ownSteps.set(command, (ownSteps.get(command) ?? 1) - 1), STEP_TOLD_LATE_MILLISECONDS);
}

function isOwnChange({ command, parcels }: ChangeEvent): boolean {
  const [id] = parcels;
  if ((ownSteps.get(command) ?? 0) > 0) return true;
  if (parcels.length !== 1 || id === undefined) return false;
  const madeAt = ownChanges.get(id);
  ownChanges.delete(id);
  return madeAt !== undefined && Date.now() - madeAt < OWN_CHANGE_MILLISECONDS;
}

/** Called for every change of the register, whoever made it. */
export function onChange(listener: ChangeListener): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

/** Called whenever the map's tiles may be out of date. */
export function onTilesStale(listener: () => void): () => void {
  refreshListeners.add(listener);
  return () => refreshListeners.delete(listener);
}

/** Called whenever somebody may have begun or ceased to edit. */
export function onPresence(listener: () => void): () => void {
  presenceListeners.add(listener);
  return () => presenceListeners.delete(listener);
}

const answerListeners = new Set<(parcel: ParcelDetail) => void>();

/** Called with a parcel as this window has just changed it, before anything is fetched again. */
export function onOwnAnswer(listener: (parcel: ParcelDetail) => void): () => void {
  answerListeners.add(listener);
  return () => answerListeners.delete(listener);
}

/** The register has answered a change of this window: this is how the parcel is now. */
export function tellOwnAnswer(parcel: ParcelDetail): void {
  answerListeners.forEach((listener) => listener(parcel));
}

/** Fetches again what a change may have touched. */
export function refreshAfter(client: QueryClient, parcels: readonly number[] | "all"): void {
  refreshListeners.forEach((listener) => listener());
  void renew(client, [KEYS.summary]);
  void renew(client, [KEYS.parcels]);
  // What hangs on parcels, cases and plans together: an event does not say which of these lists it touches.
  for (const key of OFFICE_KEYS) void renew(client, [key]);
  if (parcels === "all") {
    void renew(client, [KEYS.parcel]);
    void renew(client, [KEYS.history]);
    void renew(client, [KEYS.zones]);
    return;
  }
  for (const id of parcels) {
    void renew(client, parcelKey(id));
    void renew(client, [KEYS.history, id]);
  }
}

/** Keeps the screen in step with the register; says how the connection stands. */
export function useLiveChanges(): { connection: Connection; recoveries: number } {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>("connecting");
  const [recoveries, setRecoveries] = useState(0);
  const wasLost = useRef(false);

  useEffect(() => {
    let hasBeenLive = false;
    return listenToChanges({
      onConnection: (next) => {
        setConnection(next);
        if (next === "lost") {
          wasLost.current = true;
          // The stream does not say why it failed; asking who we are finds out whether the sign-in ended.
          get<Me>("/api/me").catch(() => undefined);
          void isDatabaseAway().then((isAway) => isAway && wasLost.current && setConnection("no-database"));
        }
        if (next !== "live") return;
        presenceListeners.forEach((listener) => listener());
        // What happened while nobody listened is unknown: after any gap everything is fetched again.
        if (hasBeenLive) refreshAfter(client, "all");
        else if (wasLost.current) refreshListeners.forEach((listener) => listener());
        // A page that was opened during the gap has questions of every kind without an answer.
        void client.refetchQueries({ predicate: ({ state }) => state.status === "error" });
        if (wasLost.current) setRecoveries((count) => count + 1);
        wasLost.current = false;
        hasBeenLive = true;
      },
      onPresence: () => presenceListeners.forEach((listener) => listener()),
      onChange: (change) => {
        const isOwn = isOwnChange(change);
        // Whoever sent the change fetches again when it is answered; the event would only do so a second time.
        if (!isOwn) refreshAfter(client, change.many ? "all" : change.parcels);
        changeListeners.forEach((listener) => listener(change, isOwn));
      },
    });
  }, [client]);

  return { connection, recoveries };
}
