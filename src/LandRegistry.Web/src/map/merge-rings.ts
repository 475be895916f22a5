import { ringDiameter } from "../geometry/donut";
import { STATUSES, type Status } from "../parcels/status";

/** Parcels of one ring by status; `x` and `y` in CSS pixels of the whole world at the present zoom. */
export interface Ring {
  x: number;
  y: number;
  count: number;
  byStatus: Readonly<Record<Status, number>>;
}

/** Rings may touch a little: only their edges, never their numbers. */
const ROOM = 0.95;
const MOST_ROUNDS = 12;

/**
 * Joins rings that would lie over each other into one with the sum of their counts, in the middle of their parcels. No
 * parcel is lost: the counts of all rings together stay the same.
 */
export function mergeRings(rings: readonly Ring[]): Ring[] {
  let merged = [...rings];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next: Ring[] = [];
    // The largest stand first, so that small ones join them and not the other way round.
    for (const ring of merged.sort((a, b) => b.count - a.count || a.x - b.x || a.y - b.y)) {
      const at = next.findIndex((other) => overlap(ring, other));
      if (at < 0) next.push(ring);
      else next[at] = join(next[at] as Ring, ring);
    }
    const isSettled = next.length === merged.length;
    merged = next;
    if (isSettled) break;
  }
  return merged;
}

function overlap(a: Ring, b: Ring): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < ((ringDiameter(a.count) + ringDiameter(b.count)) / 2) * ROOM;
}

function join(a: Ring, b: Ring): Ring {
  const count = a.count + b.count;
  const middle = (one: number, other: number) => (one * a.count + other * b.count) / count;
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, a.byStatus[status] + b.byStatus[status]])) as Record<Status, number>;
  return { x: middle(a.x, b.x), y: middle(a.y, b.y), count, byStatus };
}
