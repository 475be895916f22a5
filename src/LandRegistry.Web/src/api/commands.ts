import { postOnVersion, type Answer } from "./http";
import type { HoldRequest, MarkStatusRequest, ParcelDetail, ReleaseRequest } from "./types";

/** One change of one parcel, as entered; it can be kept and sent later, so it is plain data. */
export type Command =
  | { kind: "status"; body: MarkStatusRequest }
  | { kind: "hold"; body: HoldRequest }
  | { kind: "release"; body: ReleaseRequest };

export function sendCommand(parcelId: number, etag: string, command: Command): Promise<Answer<ParcelDetail>> {
  return postOnVersion<ParcelDetail>(`/api/parcels/${parcelId}/${command.kind}`, etag, command.body);
}

/** The version tag as the contract defines it, for a version that came inside a body (412) and not in a header. */
export function etagOf(parcel: Pick<ParcelDetail, "id" | "version">): string {
  return `"p${parcel.id}-v${parcel.version}"`;
}

/** Whether the register already says what the command wants, so that sending it would change nothing. */
export function isAlreadySo(parcel: Pick<ParcelDetail, "status" | "onHold">, command: Command): boolean {
  switch (command.kind) {
    case "status":
      return parcel.status === command.body.to;
    case "hold":
      return parcel.onHold;
    case "release":
      return !parcel.onHold;
  }
}
