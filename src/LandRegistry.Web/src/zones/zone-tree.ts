import type { Zone } from "../api/types";

export interface ZoneNode {
  zone: Zone;
  children: ZoneNode[];
  /** Parcels in the zone and everything below it. */
  count: number;
}

/**
 * Zones as a tree, with counts summed upwards. A zone whose parent is not visible to the user
 * stands at the top, so that none disappears.
 */
export function zoneTree(zones: readonly Zone[], countOf: (id: number) => number): ZoneNode[] {
  const ids = new Set(zones.map(({ id }) => id));
  const childrenOf = new Map<number | null, Zone[]>();
  for (const zone of zones) {
    const parent = zone.parentId !== null && ids.has(zone.parentId) ? zone.parentId : null;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), zone]);
  }
  const nodesUnder = (parent: number | null): ZoneNode[] =>
    (childrenOf.get(parent) ?? []).map((zone) => {
      const children = nodesUnder(zone.id);
      return { zone, children, count: countOf(zone.id) + children.reduce((sum, child) => sum + child.count, 0) };
    });
  return nodesUnder(null);
}
