import type { QueryClient } from "@tanstack/react-query";
import { etagOf, isFactCommand, sendCommand, sendFactCommand, type Command, type FactCommand, type ParcelCommand } from "../api/commands";
import { fetchFacts } from "../api/parcel-queries";
import { isWorthKeeping, ProblemError, type Problem } from "../api/problem";
import { fetchParcel, parcelKey } from "../api/queries";
import type { Fact, FactValues, ParcelDetail } from "../api/types";
import { forgetOwnChange, refreshAfter, rememberOwnChange, tellOwnAnswer } from "../events/live-changes";
import type { UnsentChange } from "./unsent-changes";
import { unsentChanges } from "./use-unsent";

const FRAME_AT_MOST_MILLISECONDS = 50;

/** A change as entered, on the version that the user saw; a new fact has none. */
export interface Draft<C extends Command = Command> {
  parcelId: number;
  parcelLabel: string;
  fromStatus: string;
  etag: string;
  command: C;
  /** What the user saw when the change was entered; absent on changes kept by an earlier version. */
  base?: FactValues | undefined;
}

/** What a change of this sort is about: the parcel, or one fact of it. */
export type Subject<C extends Command> = C extends FactCommand ? Fact : ParcelDetail;

/** What became of a change. Only `done` wrote to the register; `kept` lies in the tray. */
export type Outcome<C extends Command = Command> =
  | { kind: "done" }
  | { kind: "kept"; problem: Problem }
  /** Waits in the tray too, so that closing the comparison loses nothing. */
  | { kind: "stale"; current: Subject<C>; unsentId: string }
  | { kind: "refused"; problem: Problem };

/**
 * Sends a change. `unsentId` names the kept change that this is another attempt of: it leaves the
 * tray when it is done, and stays there with the new problem otherwise.
 */
export async function sendChange<C extends Command>(client: QueryClient, draft: Draft<C>, unsentId: string | null): Promise<Outcome<C>> {
  rememberOwnChange(draft.parcelId);
  try {
    await write(client, draft);
    if (unsentId !== null) unsentChanges.discard(unsentId);
    refreshAfter(client, [draft.parcelId]);
    return { kind: "done" };
  } catch (error) {
    forgetOwnChange(draft.parcelId);
    if (!(error instanceof ProblemError)) throw error;
    return settle(client, draft, unsentId, error.problem);
  }
}

async function write(client: QueryClient, { parcelId, etag, command }: Draft): Promise<void> {
  if (isFactCommand(command)) {
    await sendFactCommand(parcelId, etag, command);
    return;
  }
  const answer = await sendCommand(parcelId, etag, command);
  tellOwnAnswer(answer.body);
  await nextFrame();
  client.setQueryData(parcelKey(parcelId), answer);
}

/** What was just put on the screen is seen before everything is fetched and drawn anew. A page in the background draws nothing and waits for nothing. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_AT_MOST_MILLISECONDS);
  });
}

async function settle<C extends Command>(client: QueryClient, draft: Draft<C>, unsentId: string | null, problem: Problem): Promise<Outcome<C>> {
  if (problem.status === 412) return compare(client, draft, keep(draft, unsentId, problem), problem);
  if (unsentId !== null || isWorthKeeping(problem)) keep(draft, unsentId, problem);
  return isWorthKeeping(problem) ? { kind: "kept", problem } : { kind: "refused", problem };
}

async function compare<C extends Command>(client: QueryClient, draft: Draft<C>, unsentId: string, problem: Problem): Promise<Outcome<C>> {
  try {
    const current = problem.current ?? (await fetchSubject(draft));
    refreshAfter(client, [draft.parcelId]);
    return { kind: "stale", current: current as Subject<C>, unsentId };
  } catch {
    // The newer version cannot be shown now; the change lies in the tray and can be compared later.
    return { kind: "kept", problem };
  }
}

async function fetchSubject({ parcelId, command }: Draft): Promise<ParcelDetail | Fact> {
  if (!isFactCommand(command)) return (await fetchParcel(parcelId)).body;
  const facts = await fetchFacts(parcelId);
  const fact = facts.items.find(({ kind, id }) => kind === command.factKind && "factId" in command && id === command.factId);
  if (fact === undefined) throw new Error(`The register names no ${command.factKind} of parcel ${parcelId} that this change is about`);
  return fact;
}

function keep(draft: Draft, unsentId: string | null, problem: Problem): string {
  const { status, code, title, titleZh, detail, detailZh, article } = problem;
  const before = unsentChanges.all().find((change) => change.id === unsentId);
  const id = before?.id ?? newId();
  unsentChanges.keep({
    ...draft,
    id,
    madeAt: before?.madeAt ?? new Date().toISOString(),
    triedAt: new Date().toISOString(),
    lastProblem: { status, code, title, titleZh, detail, detailZh, article },
  });
  return id;
}

/** crypto.randomUUID exists only on secure pages; an office server may well speak plain HTTP. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function draftOf({ parcelId, parcelLabel, fromStatus, etag, command, base }: UnsentChange): Draft {
  return { parcelId, parcelLabel, fromStatus, etag, command, base };
}

/** What a change of the parcel itself is compared by. */
export function baseOf({ status, statusSince, hold }: ParcelDetail): FactValues {
  return { status, statusSince, holdReason: hold?.reason ?? null, holdUntil: hold?.until ?? null };
}

/** The same change, now meant for the version that the user has just compared it with. */
export function onCurrent(draft: Draft<ParcelCommand>, current: ParcelDetail): Draft<ParcelCommand> {
  return { ...draft, fromStatus: current.status, etag: etagOf(current), base: baseOf(current) };
}

export function onCurrentFact(draft: Draft<FactCommand>, current: Fact): Draft<FactCommand> {
  return { ...draft, etag: etagOf(current), base: current.fields as FactValues };
}
