import type { ChangeEvent } from "../api/types";

/** `lost`: why is not known yet, or the server does not answer; `no-database`: the server answers, its database does not. */
export type Connection = "connecting" | "live" | "lost" | "no-database";

/** This window, among all that are open: what it edits ends with its stream. */
export const windowName = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

interface Handlers {
  onConnection: (connection: Connection) => void;
  onChange: (change: ChangeEvent) => void;
  /** Somebody began or ceased to edit. */
  onPresence: () => void;
}

/** A short hiccup is not worth a banner. */
const GRACE_MILLISECONDS = 1500;
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 10_000;

/**
 * Listens to the server's changes for as long as the page lives. The browser reconnects by itself
 * after a cut line, but gives up after an answer such as 502 or 503; then we start over, more
 * slowly each time. Returns the way to stop.
 */
export function listenToChanges({ onConnection, onChange, onPresence }: Handlers): () => void {
  let source: EventSource | null = null;
  let wait = SHORTEST_WAIT;
  let restart = 0;
  let grace = 0;

  const open = () => {
    source = new EventSource(`/api/events?session=${windowName}`);
    source.addEventListener("ready", () => {
      clearTimeout(grace);
      grace = 0;
      wait = SHORTEST_WAIT;
      onConnection("live");
    });
    source.addEventListener("change", (event: MessageEvent<string>) => {
      const change = parseChange(event.data);
      if (change !== null) onChange(change);
    });
    source.addEventListener("presence", onPresence);
    source.addEventListener("error", fail);
  };

  const fail = () => {
    if (grace === 0) grace = window.setTimeout(() => onConnection("lost"), GRACE_MILLISECONDS);
    if (source?.readyState !== EventSource.CLOSED) return;
    source.close();
    restart = window.setTimeout(open, wait);
    wait = Math.min(LONGEST_WAIT, wait * 2);
  };

  onConnection("connecting");
  open();
  return () => {
    clearTimeout(restart);
    clearTimeout(grace);
    source?.close();
  };
}

/** Reads one event; what is no change is passed over. `changeId` is null when the server itself lost count. */
export function parseChange(data: string): ChangeEvent | null {
  try {
    const value = JSON.parse(data) as Partial<ChangeEvent> | null;
    if (value === null || typeof value !== "object" || !Array.isArray(value.parcels)) return null;
    return {
      changeId: value.changeId ?? null,
      command: value.command ?? "",
      actor: value.actor ?? "",
      parcels: value.parcels,
      many: value.many === true,
      bbox: Array.isArray(value.bbox) && value.bbox.length === 4 ? value.bbox : null,
    };
  } catch {
    return null;
  }
}
