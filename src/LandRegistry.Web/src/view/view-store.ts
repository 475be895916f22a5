import { useSyncExternalStore } from "react";
import { formatView, parseView, type View } from "./view-url";

/**
 * The view lives in the address bar and nowhere else. A step that the user would want to undo with
 * "back" (a filter, a selection) is pushed; moving the map only replaces.
 */
type Step = "push" | "replace";

const listeners = new Set<() => void>();
let search = location.search;
let view = parseView(search);

addEventListener("popstate", () => take(location.search));

function take(next: string): void {
  search = next;
  view = parseView(next);
  listeners.forEach((listener) => listener());
}

export function currentView(): View {
  return view;
}

export function changeView(change: Partial<View>, step: Step = "push"): void {
  const next = formatView({ ...view, ...change });
  if (next === search) return;
  const address = `${location.pathname}${next}`;
  if (step === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  take(next);
}

export function useView(): View {
  return useSyncExternalStore(subscribe, currentView);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
