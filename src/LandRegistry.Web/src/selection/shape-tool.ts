import { useSyncExternalStore } from "react";
import type { ShapeTool } from "./shape-path";

let tool: ShapeTool | null = null;
const listeners = new Set<() => void>();

/** The drawing tool in hand; null while the map is only looked at. */
export function takeTool(next: ShapeTool | null): void {
  tool = next;
  listeners.forEach((listener) => listener());
}

export function useTool(): ShapeTool | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => tool,
  );
}
