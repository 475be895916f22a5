import { describe, expect, it } from "vitest";
import type { Zone } from "../api/types";
import { countZones, holdsAny, zonesMatching, zoneTree } from "./zone-tree";

function zone(id: number, parentId: number | null): Zone {
  return { id, parentId, code: String(id), nameZh: `区${id}`, nameEn: `Zone ${id}`, kind: "park", countyCode: null, countyIsInvented: false, bbox: null, hasExtent: false, version: 1, parcelCount: 0 };
}

describe("zone tree", () => {
  it("sums the counts of everything below a zone", () => {
    const [root] = zoneTree([zone(1, null), zone(2, 1), zone(3, 2)], (id) => id * 10);

    expect(root?.count).toBe(60);
    expect(root?.children[0]?.count).toBe(50);
    expect(root?.children[0]?.children[0]?.zone.id).toBe(3);
  });

  it("a zone whose parent is out of sight stands at the top", () => {
    expect(zoneTree([zone(5, 99), zone(6, 5)], () => 1).map((node) => node.zone.id)).toEqual([5]);
  });

  it("zones without a parcel stand last", () => {
    expect(zoneTree([zone(1, null), zone(2, null), zone(3, null)], (id) => (id === 2 ? 0 : 1)).map((node) => node.zone.id)).toEqual([1, 3, 2]);
  });

  it("a search keeps the way down to what it finds, and all below that", () => {
    const tree = zoneTree([zone(1, null), zone(2, 1), zone(31, 2), zone(4, 1)], () => 1);

    const [root] = zonesMatching(tree, " zone 2");

    expect(root?.children.map((node) => node.zone.id)).toEqual([2]);
    expect(root?.children[0]?.children.map((node) => node.zone.id)).toEqual([31]);
    expect(zonesMatching(tree, "nowhere")).toEqual([]);
    expect(countZones(tree)).toBe(4);
  });

  it("a zone knows whether a chosen one lies below it", () => {
    const [root] = zoneTree([zone(1, null), zone(2, 1), zone(3, 2)], () => 1);

    expect(holdsAny(root!, [3])).toBe(true);
    expect(holdsAny(root!, [1])).toBe(false);
  });
});
