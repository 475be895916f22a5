import { useSyncExternalStore } from "react";

/** Where there is no map, or it cannot draw, nobody waits longer than this. */
const LONG_ENOUGH_MILLISECONDS = 3000;

let isOver = false;
const listeners = new Set<() => void>();
setTimeout(endFirstPicture, LONG_ENOUGH_MILLISECONDS);

/** The map has drawn its first picture. */
export function endFirstPicture(): void {
  if (isOver) return;
  isOver = true;
  listeners.forEach((listener) => listener());
}

/** False until the first picture is there: what makes the server read every parcel waits, since the tiles ask the same machine. */
export function useAfterFirstPicture(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOver,
  );
}
