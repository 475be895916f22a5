import { useSyncExternalStore } from "react";
import { remembered, useRemembered } from "./use-stored";

/** Light or dark, or as the system says. */
export const SCHEMES = ["system", "light", "dark"] as const;
export type SchemeChoice = (typeof SCHEMES)[number];
export type Scheme = "light" | "dark";

export const schemeChoice = remembered<SchemeChoice>("landregistry.scheme", SCHEMES, "system");

const systemIsDark = globalThis.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
// Chromium drops the event of a change that somebody read before it was told; so the query itself is read only here.
let isDarkNow = systemIsDark.matches;
systemIsDark.addEventListener("change", ({ matches }) => {
  isDarkNow = matches;
  listeners.forEach((listener) => listener());
});

function onSystemScheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the screen is drawn in now. */
export function useScheme(): Scheme {
  const choice = useRemembered(schemeChoice);
  const isDark = useSyncExternalStore(onSystemScheme, () => isDarkNow);
  return choice === "system" ? (isDark ? "dark" : "light") : choice;
}
