import type { Zone } from "../api/types";
import { zoneTree, type ZoneNode } from "./zone-tree";

/** A zone as an item of a tree to choose from. */
export interface ZoneItem {
  value: number;
  title: string;
  children: ZoneItem[];
}

/** All zones, each under its parent, by their names in the user's language. */
export function zoneItems(zones: readonly Zone[], pick: (zh: string, en: string) => string): ZoneItem[] {
  const item = ({ zone, children }: ZoneNode): ZoneItem => ({ value: zone.id, title: pick(zone.nameZh, zone.nameEn), children: children.map(item) });
  return zoneTree(zones, () => 0).map(item);
}
