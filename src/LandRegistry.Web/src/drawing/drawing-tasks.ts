import { useSyncExternalStore } from "react";

/** What is being drawn. */
export type DrawingTask =
  | { kind: "draw" }
  /** Sets or reshapes the boundary of a parcel. */
  | { kind: "boundary"; parcelId: number }
  | { kind: "split"; parcelId: number }
  /** Looks at neighbours as one site; with none given, at the proposals that are kept. */
  | { kind: "assembly"; parcelIds: readonly number[] };

let task: DrawingTask | null = null;
const listeners = new Set<() => void>();

/** Begins a task on the map, or ends the one that is on. */
export function startDrawing(next: DrawingTask | null): void {
  task = next;
  listeners.forEach((listener) => listener());
}

export function useDrawingTask(): DrawingTask | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => task,
  );
}
