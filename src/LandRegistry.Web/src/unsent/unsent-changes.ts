import { COMMAND_KINDS, isFactCommand, type Command } from "../api/commands";
import type { Problem } from "../api/problem";
import type { FactValues } from "../api/types";

/** A change that did not reach the register and is kept until it does, or the user discards it. */
export interface UnsentChange {
  id: string;
  parcelId: number;
  /** How the parcel was called when the change was entered. */
  parcelLabel: string;
  /** Status that the user saw. */
  fromStatus: string;
  /** Version that the user saw; the server compares. */
  etag: string;
  command: Command;
  /** What the user saw then; absent on changes kept by an earlier version. */
  base?: FactValues | undefined;
  /** ISO instant. */
  madeAt: string;
  /** ISO instant of the last attempt; absent on changes kept by an earlier version. */
  triedAt?: string;
  /** Why it is here, or what the last attempt met. */
  lastProblem: Pick<Problem, "status" | "code" | "title" | "titleZh" | "detail" | "detailZh" | "article"> | null;
}

/** What the store needs of localStorage. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

const SHELF_KEY = "landregistry.unsent-changes.1";

/**
 * Unsent changes, on a shelf that outlives the page. Every window of the same browser reads the
 * shelf before it writes, so that two windows do not overwrite each other's changes.
 */
export class UnsentChanges {
  private readonly listeners = new Set<() => void>();
  private changes: readonly UnsentChange[];
  private shelfWorks = true;

  constructor(private readonly shelf: Shelf) {
    this.changes = this.read();
  }

  readonly all = (): readonly UnsentChange[] => this.changes;

  /** False when the browser refused to keep what was entered: then it lives only as long as the page. */
  readonly isKept = (): boolean => this.shelfWorks;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Keeps a change; one for the same parcel and of the same kind replaces the earlier one only if it has its id. */
  keep(change: UnsentChange): void {
    const others = this.read().filter((other) => other.id !== change.id);
    this.write([...others, change]);
  }

  discard(id: string): void {
    this.write(this.read().filter((change) => change.id !== id));
  }

  /** Another window changed the shelf. */
  refresh(): void {
    this.changes = this.read();
    this.tell();
  }

  private read(): readonly UnsentChange[] {
    if (!this.shelfWorks) return this.changes;
    try {
      return parseUnsent(this.shelf.getItem(SHELF_KEY));
    } catch {
      this.shelfWorks = false;
      return this.changes ?? [];
    }
  }

  private write(changes: readonly UnsentChange[]): void {
    this.changes = changes;
    try {
      this.shelf.setItem(SHELF_KEY, JSON.stringify(changes));
      this.shelfWorks = true;
    } catch {
      this.shelfWorks = false;
    }
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

export function isShelfKey(key: string | null): boolean {
  return key === SHELF_KEY || key === null;
}

/** Reads what stands on the shelf; an entry that is not one is left out rather than breaking the rest. */
export function parseUnsent(text: string | null): UnsentChange[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isUnsentChange) : [];
  } catch {
    return [];
  }
}

function isUnsentChange(value: unknown): value is UnsentChange {
  if (typeof value !== "object" || value === null) return false;
  const change = value as Partial<UnsentChange>;
  const kind = change.command?.kind;
  return (
    typeof change.id === "string" &&
    typeof change.parcelId === "number" &&
    typeof change.etag === "string" &&
    typeof change.madeAt === "string" &&
    COMMAND_KINDS.some((known) => known === kind) &&
    typeof change.command?.body === "object" &&
    (!isFactCommand(change.command) || (typeof change.command.factKind === "string" && typeof change.command.name?.zh === "string"))
  );
}
