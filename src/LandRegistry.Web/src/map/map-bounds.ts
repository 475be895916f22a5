import { useSyncExternalStore } from "react";
import type { Bbox } from "../api/types";

/** What the map shows at the moment; null before there is a map. */
let bounds: Bbox | null = null;
const listeners = new Set<() => void>();

export function publishBounds(next: Bbox): void {
  bounds = next;
  listeners.forEach((listener) => listener());
}

export function useMapBounds(): Bbox | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => bounds,
  );
}

export function currentMapBounds(): Bbox | null {
  return bounds;
}
