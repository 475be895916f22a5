import { useEffect, useRef } from "react";
import { remembered, useRemembered } from "../ui/use-stored";

/** Whether single letters act at all (WCAG 2.2, 2.1.4: whoever dictates or trembles can turn them off). */
export const letterKeys = remembered<"on" | "off">("landregistry.letter-keys", ["on", "off"], "on");

/** Calls `act` for a key, unless somebody is typing, a dialog is open, or single letters are off. */
export function useKey(key: string, act: () => void): void {
  const isOn = useRemembered(letterKeys) === "on";
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isBusy(event.target)) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [key, isOn]);
}

function isBusy(target: EventTarget | null): boolean {
  const isTyping = target instanceof HTMLElement && target.closest("input:not([type=range]), textarea, select, [contenteditable], [role=dialog]") !== null;
  return isTyping || document.querySelector(".ant-modal-wrap:not([style*='display: none'])") !== null;
}

/** The keys of the help page, by where they act; the words stand under `help.keys`. */
export const SHORTCUTS = [
  { group: "everywhere", keys: [["?"], ["/"], ["Esc"]] },
  { group: "tools", keys: [["T"], ["M"], ["L"], ["P"], ["["], ["]"]] },
  { group: "map", keys: [["←", "→", "↑", "↓"], ["+", "−"]] },
  { group: "table", keys: [["↑", "↓"], ["Enter"], ["Space"], ["Shift", "↑", "↓"], ["Ctrl", "A"]] },
  { group: "selecting", keys: [["Shift"], ["Alt"], ["Enter"], ["Backspace"]] },
  { group: "drawing", keys: [["Space"], ["Enter"], ["Alt"], ["Ctrl", "Z"], ["Ctrl", "Y"], ["Esc"]] },
  { group: "vertices", keys: [["Tab"], ["←", "→", "↑", "↓"], ["Shift"], ["Enter"], ["Delete"]] },
  { group: "time", keys: [["←", "→"], ["Home", "End"]] },
] as const;
