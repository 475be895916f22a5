import { useSyncExternalStore } from "react";
import { remembered, useRemembered } from "./use-stored";

/** Light or dark, or as the system says. */
export const SCHEMES = ["system", "light", "dark"] as const;
export type SchemeChoice = (typeof SCHEMES)[number];
export type Scheme = "light" | "dark";

export const schemeChoice = remembered<SchemeChoice>("landregistry.scheme", SCHEMES, "system");

const systemIsDark = globalThis.matchMedia("(prefers-color-scheme: dark)");

/** What the screen is drawn in now. */
export function useScheme(): Scheme {
  const choice = useRemembered(schemeChoice);
  const isDark = useSyncExternalStore(
    (listener) => {
      systemIsDark.addEventListener("change", listener);
      return () => systemIsDark.removeEventListener("change", listener);
    },
    () => systemIsDark.matches,
  );
  return choice === "system" ? (isDark ? "dark" : "light") : choice;
}
