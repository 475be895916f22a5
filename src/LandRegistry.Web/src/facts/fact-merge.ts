import type { FactKind, FactValues } from "../api/types";
import type { Side } from "../ui/conflict-table";
import { differences } from "./fact-values";

/** Whose value stands in each field in which the register and the user differ; null where both changed it and somebody has to choose. */
export type Sides = Readonly<Record<string, Side | null>>;

/** What one changed stands, and so does what the others changed; where both did, nobody decides but the user. */
export function firstSides(kind: FactKind, base: FactValues | undefined, theirs: FactValues, mine: FactValues): Sides {
  const [byThem, byMe] = base === undefined ? [null, null] : [differences(kind, base, theirs), differences(kind, base, mine)];
  const sideOf = (name: string): Side | null => {
    if (byThem === null || byMe === null) return null;
    return byThem.includes(name) ? (byMe.includes(name) ? null : "theirs") : "mine";
  };
  return Object.fromEntries(differences(kind, theirs, mine).map((name) => [name, sideOf(name)]));
}

/** The values as chosen; null while a choice is open. */
export function mergedValues(theirs: FactValues, mine: FactValues, sides: Sides): FactValues | null {
  if (Object.values(sides).includes(null)) return null;
  const taken = Object.entries(sides).filter(([, side]) => side === "theirs").map(([name]) => [name, theirs[name] ?? null]);
  return { ...mine, ...Object.fromEntries(taken) };
}
