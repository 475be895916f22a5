import type { Map as MapLibreMap } from "maplibre-gl";
import { useSyncExternalStore } from "react";
import { endFirstPicture } from "./first-picture";

/** The map that is on the screen, once its style is there; null before and on pages without one. */
let engine: MapLibreMap | null = null;
const listeners = new Set<() => void>();

export function publishEngine(next: MapLibreMap | null): void {
  engine = next;
  listeners.forEach((listener) => listener());
}

export function currentEngine(): MapLibreMap | null {
  return engine;
}

/** For parts of the screen that lay something of their own on the map. */
export function useEngine(): MapLibreMap | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => engine,
  );
}

const DRAWN = "landregistry:drawn";

/** For whoever measures (User Timing): the first complete picture and the latest one. */
export function markDrawn(): void {
  const first = performance.getEntriesByName(DRAWN)[0];
  performance.clearMarks(DRAWN);
  if (first !== undefined) performance.mark(DRAWN, { startTime: first.startTime });
  performance.mark(DRAWN);
  endFirstPicture();
}

/** For whoever measures: what a filter or a change left of the parcels is on the screen; the sign of the own mark is. */
export function tellMoment(moment: "parcels-drawn" | "own-mark-shown"): void {
  const name = `landregistry:${moment}`;
  performance.clearMarks(name);
  performance.mark(name);
}
