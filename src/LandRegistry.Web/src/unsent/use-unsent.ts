import { useSyncExternalStore } from "react";
import { isShelfKey, UnsentChanges } from "./unsent-changes";

export const unsentChanges = new UnsentChanges(browserShelf());

addEventListener("storage", (event) => {
  if (isShelfKey(event.key)) unsentChanges.refresh();
});

export function useUnsent() {
  return useSyncExternalStore(unsentChanges.subscribe, unsentChanges.all);
}

/** Where the browser forbids storage outright, even touching it throws; changes then live with the page. */
function browserShelf() {
  try {
    return localStorage;
  } catch {
    return {
      getItem: () => null,
      setItem: () => {
        throw new DOMException("Storage is forbidden", "SecurityError");
      },
    };
  }
}
