import { useSyncExternalStore } from "react";

/** A choice that this browser remembers; windows of the same browser follow each other. */
export interface Remembered<T extends string> {
  current: () => T;
  choose: (value: T) => void;
  subscribe: (listener: () => void) => () => void;
}

/** Storage may be closed (private windows, policies): then a choice lasts as long as the page. */
export function remembered<T extends string>(key: string, allowed: readonly T[], otherwise: T): Remembered<T> {
  const listeners = new Set<() => void>();
  const read = (text: string | null): T => allowed.find((value) => value === text) ?? otherwise;
  let value = read(readStored(key));
  const take = (next: T) => {
    value = next;
    listeners.forEach((listener) => listener());
  };
  globalThis.addEventListener?.("storage", (event) => event.key === key && take(read(event.newValue)));
  return {
    current: () => value,
    choose: (next) => {
      writeStored(key, next);
      take(next);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useRemembered<T extends string>(choice: Remembered<T>): T {
  return useSyncExternalStore(choice.subscribe, choice.current);
}

function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Said above: the choice then lasts as long as the page.
  }
}
