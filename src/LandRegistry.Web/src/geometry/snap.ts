import type { LonLat } from "../api/types";
import type { Ring } from "./shape";

/** Where a pointer was caught: on a neighbour's vertex, or on its edge between two of them. */
export interface Snap {
  kind: "vertex" | "edge";
  position: LonLat;
  /** Which ring of the targets, and the vertex, or the one before the edge. */
  ring: number;
  vertex: number;
}

/**
 * The nearest vertex within reach, else the nearest edge. A vertex is taken as it is, with every digit. `reachDegrees` is along
 * the meridian; a degree of longitude counts less, as it is shorter.
 */
export function snapTo(position: LonLat, targets: readonly Ring[], reachDegrees: number): Snap | null {
  const shrink = Math.cos((position[1] * Math.PI) / 180);
  let vertex: Snap | null = null;
  let edge: Snap | null = null;
  let [vertexReach, edgeReach] = [reachDegrees, reachDegrees];
  targets.forEach((ring, at) => {
    ring.forEach((corner, index) => {
      const distance = Math.hypot((corner[0] - position[0]) * shrink, corner[1] - position[1]);
      if (distance <= vertexReach) {
        vertexReach = distance;
        vertex = { kind: "vertex", position: corner, ring: at, vertex: index };
      }
      const foot = footOn(position, corner, ring[(index + 1) % ring.length]!, shrink);
      const off = Math.hypot((foot[0] - position[0]) * shrink, foot[1] - position[1]);
      if (off <= edgeReach) {
        edgeReach = off;
        edge = { kind: "edge", position: foot, ring: at, vertex: index };
      }
    });
  });
  return vertex ?? edge;
}

/** The nearest point of a segment. */
function footOn(position: LonLat, from: LonLat, to: LonLat, shrink: number): LonLat {
  const [dx, dy] = [(to[0] - from[0]) * shrink, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  if (length === 0) return from;
  const share = Math.min(1, Math.max(0, (((position[0] - from[0]) * shrink) * dx + (position[1] - from[1]) * dy) / length));
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/**
 * The vertices of a ring that lie between two places on it, so that an edge need not be clicked together: the shorter way round,
 * or the longer one. Both places are snaps on the same ring; they themselves are not among the vertices.
 */
export function traceBetween(ring: Ring, from: Snap, to: Snap, takesLonger = false): LonLat[] {
  const onward = between(ring, from, to);
  const backward = between(ring, to, from).reverse();
  const isOnwardShorter = lengthOf([from.position, ...onward, to.position]) <= lengthOf([from.position, ...backward, to.position]);
  return isOnwardShorter === takesLonger ? backward : onward;
}

/** Vertices met when walking from one place to the other in the ring's own direction. */
function between(ring: Ring, from: Snap, to: Snap): LonLat[] {
  const found: LonLat[] = [];
  const count = ring.length;
  // On the same edge the walk is direct when the other place lies ahead, else once round.
  const isAhead = from.vertex === to.vertex && along(ring, from) <= along(ring, to);
  if (isAhead) return found;
  let index = (from.vertex + 1) % count;
  for (let steps = 0; steps < count; steps++) {
    if (to.kind === "vertex" && index === to.vertex) break;
    found.push(ring[index]!);
    if (to.kind === "edge" && index === to.vertex) break;
    index = (index + 1) % count;
  }
  return found;
}

function along(ring: Ring, { position, vertex }: Snap): number {
  const start = ring[vertex]!;
  return Math.hypot(position[0] - start[0], position[1] - start[1]);
}

function lengthOf(line: readonly LonLat[]): number {
  return line.slice(1).reduce((sum, [lon, lat], index) => sum + Math.hypot((lon - line[index]![0]) * Math.cos((lat * Math.PI) / 180), lat - line[index]![1]), 0);
}
