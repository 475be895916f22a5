import type { QueryClient } from "@tanstack/react-query";
import { etagOf, sendCommand, type Command } from "../api/commands";
import { isWorthKeeping, ProblemError, type Problem } from "../api/problem";
import { fetchParcel, parcelKey } from "../api/queries";
import type { ParcelDetail } from "../api/types";
import { forgetOwnChange, refreshAfter, rememberOwnChange } from "../events/live-changes";
import type { UnsentChange } from "./unsent-changes";
import { unsentChanges } from "./use-unsent";

/** A change as entered, on the version that the user saw. */
export interface Draft {
  parcelId: number;
  parcelLabel: string;
  fromStatus: string;
  etag: string;
  command: Command;
}

/** What became of a change. Only `done` wrote to the register; `kept` lies in the tray. */
export type Outcome =
  | { kind: "done"; parcel: ParcelDetail }
  | { kind: "kept"; problem: Problem }
  /** Waits in the tray too, so that closing the comparison loses nothing. */
  | { kind: "stale"; current: ParcelDetail; unsentId: string }
  | { kind: "refused"; problem: Problem };

/**
 * Sends a change. `unsentId` names the kept change that this is another attempt of: it leaves the
 * tray when it is done, and stays there with the new problem otherwise.
 */
export async function sendChange(client: QueryClient, draft: Draft, unsentId: string | null): Promise<Outcome> {
  rememberOwnChange(draft.parcelId);
  try {
    const answer = await sendCommand(draft.parcelId, draft.etag, draft.command);
    client.setQueryData(parcelKey(draft.parcelId), answer);
    if (unsentId !== null) unsentChanges.discard(unsentId);
    refreshAfter(client, [draft.parcelId]);
    return { kind: "done", parcel: answer.body };
  } catch (error) {
    forgetOwnChange(draft.parcelId);
    if (!(error instanceof ProblemError)) throw error;
    return settle(client, draft, unsentId, error.problem);
  }
}

async function settle(client: QueryClient, draft: Draft, unsentId: string | null, problem: Problem): Promise<Outcome> {
  if (problem.status === 412) return compare(client, draft, keep(draft, unsentId, problem), problem);
  if (unsentId !== null || isWorthKeeping(problem)) keep(draft, unsentId, problem);
  return isWorthKeeping(problem) ? { kind: "kept", problem } : { kind: "refused", problem };
}

async function compare(client: QueryClient, draft: Draft, unsentId: string, problem: Problem): Promise<Outcome> {
  try {
    const current = problem.current ?? (await fetchParcel(draft.parcelId)).body;
    refreshAfter(client, [draft.parcelId]);
    return { kind: "stale", current, unsentId };
  } catch {
    // The newer version cannot be shown now; the change lies in the tray and can be compared later.
    return { kind: "kept", problem };
  }
}

function keep(draft: Draft, unsentId: string | null, problem: Problem): string {
  const { status, code, title, titleZh, detail, detailZh, article } = problem;
  const before = unsentChanges.all().find((change) => change.id === unsentId);
  const id = before?.id ?? newId();
  unsentChanges.keep({
    ...draft,
    id,
    madeAt: before?.madeAt ?? new Date().toISOString(),
    lastProblem: { status, code, title, titleZh, detail, detailZh, article },
  });
  return id;
}

/** crypto.randomUUID exists only on secure pages; an office server may well speak plain HTTP. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function draftOf({ parcelId, parcelLabel, fromStatus, etag, command }: UnsentChange): Draft {
  return { parcelId, parcelLabel, fromStatus, etag, command };
}

/** The same change, now meant for the version that the user has just compared it with. */
export function onCurrent(draft: Draft, current: ParcelDetail): Draft {
  return { ...draft, fromStatus: current.status, etag: etagOf(current) };
}
