import { useSyncExternalStore } from "react";
import { formatView, parseView, type Particulars, type View } from "./view-url";

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

/** The address of a view that differs from the present one, for links that can be opened elsewhere too. */
export function addressOf(change: Partial<View>): string {
  return `${location.pathname}${formatView({ ...view, ...change })}`;
}

/** Changes what is chosen on a page; an empty value takes a choice away. */
export function choose(particulars: Particulars, step: Step = "push"): void {
  changeView({ particulars: { ...view.particulars, ...particulars } }, step);
}

export function useView(): View {
  return useSyncExternalStore(subscribe, currentView);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
