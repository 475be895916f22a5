import { useSyncExternalStore } from "react";
import type { FactValues } from "../api/types";

/** Which dialog is open, and on what. Card, map menu and tray all open the same ones. */
export type DialogRequest =
  | { kind: "status"; parcelId: number; to?: string }
  | { kind: "hold"; parcelId: number }
  | { kind: "release"; parcelId: number }
  /** Enters a fact, or corrects the one named; `preset` stands over what is recorded. */
  | { kind: "fact"; parcelId: number; factKind: string; factId?: number; preset?: FactValues }
  | { kind: "withdraw"; parcelId: number; factKind: string; factId: number }
  /** `parcelId`: the parcel whose history it is undone from; null: a change of many. `thenShow`: the parcel that stands again afterwards. */
  | { kind: "undo"; parcelId: number | null; changeId: number; thenShow?: number }
  /** A kept change that met a newer version: compare and decide. */
  | { kind: "resolve"; unsentId: string };

let open: DialogRequest | null = null;

/** Whether the open dialog holds a reason that somebody has typed and nobody has sent. */
let isEntered = false;
const listeners = new Set<() => void>();

export function openDialog(request: DialogRequest | null): void {
  open = request;
  isEntered = false;
  listeners.forEach((listener) => listener());
}

export function noteEntered(reason: string | undefined): void {
  isEntered = (reason ?? "").trim() !== "";
}

export function hasEntered(): boolean {
  return isEntered;
}

export function useDialogRequest(): DialogRequest | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
