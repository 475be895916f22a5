import type { Zone } from "../api/types";

export interface ZoneNode {
  zone: Zone;
  children: ZoneNode[];
  /** Parcels in the zone and everything below it. */
  count: number;
}

/**
 * Zones as a tree, with counts summed upwards. A zone whose parent is not visible to the user
 * stands at the top, so that none disappears. Zones without a parcel come last.
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
    }).sort((a, b) => Number(a.count === 0) - Number(b.count === 0));
  return nodesUnder(null);
}

/** The zones that match and the way down to them; all below a match stay with it. */
export function zonesMatching(nodes: readonly ZoneNode[], words: string): ZoneNode[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return [...nodes];
  return nodes.flatMap((node) => {
    const { nameZh, nameEn, code } = node.zone;
    if ([nameZh, nameEn, code].some((name) => name.toLowerCase().includes(wanted))) return [node];
    const children = zonesMatching(node.children, words);
    return children.length === 0 ? [] : [{ ...node, children }];
  });
}

export function countZones(nodes: readonly ZoneNode[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + countZones(children), 0);
}

export function holdsAny({ children }: ZoneNode, ids: readonly number[]): boolean {
  return children.some((child) => ids.includes(child.zone.id) || holdsAny(child, ids));
}
