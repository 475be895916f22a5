import { post, postOnVersion, putOnVersion, type Answer } from "./http";
import type { Fact, FactValues, HoldRequest, MarkStatusRequest, ParcelDetail, ReleaseRequest, Text } from "./types";

/** A change of the parcel itself. */
export type ParcelCommand =
  | { kind: "status"; body: MarkStatusRequest }
  | { kind: "hold"; body: HoldRequest }
  | { kind: "release"; body: ReleaseRequest };

/** A change of what is recorded about the parcel. `name` is the kind of fact in words, for lists that have no law at hand. */
export type FactCommand =
  | { kind: "enter-fact"; factKind: string; name: Text; body: FactValues }
  | { kind: "correct-fact"; factKind: string; name: Text; factId: number; body: FactValues & { reason: string } }
  | { kind: "withdraw-fact"; factKind: string; name: Text; factId: number; body: { reason: string } };

/** One change, as entered; it can be kept and sent later, so it is plain data. */
export type Command = ParcelCommand | FactCommand;

export const COMMAND_KINDS: readonly Command["kind"][] = ["status", "hold", "release", "enter-fact", "correct-fact", "withdraw-fact"];

export function isFactCommand(command: Command): command is FactCommand {
  return command.kind.endsWith("-fact");
}

/** Sends a change of the parcel on the version that the user saw. */
export function sendCommand(parcelId: number, etag: string, command: ParcelCommand): Promise<Answer<ParcelDetail>> {
  return postOnVersion<ParcelDetail>(`/api/parcels/${parcelId}/${command.kind}`, etag, command.body);
}

/** Sends a change of a fact; a new fact has no version yet. */
export function sendFactCommand(parcelId: number, etag: string, command: FactCommand): Promise<Answer<Fact>> {
  switch (command.kind) {
    case "enter-fact":
      return post<Fact>(`/api/parcels/${parcelId}/facts/${command.factKind}`, command.body);
    case "correct-fact":
      return putOnVersion<Fact>(`/api/facts/${command.factKind}/${command.factId}`, etag, command.body);
    case "withdraw-fact":
      return postOnVersion<Fact>(`/api/facts/${command.factKind}/${command.factId}/withdraw`, etag, command.body);
  }
}

/** The version tag as the contract defines it, for a version that came inside a body (412, lists) and not in a header. */
export function etagOf(row: { id: number; version: number }): string {
  return `"p${row.id}-v${row.version}"`;
}

/** Whether the register already says what the command wants, so that sending it would change nothing. */
export function isAlreadySo(parcel: Pick<ParcelDetail, "status" | "onHold">, command: ParcelCommand): boolean {
  switch (command.kind) {
    case "status":
      return parcel.status === command.body.to;
    case "hold":
      return parcel.onHold;
    case "release":
      return !parcel.onHold;
  }
}
