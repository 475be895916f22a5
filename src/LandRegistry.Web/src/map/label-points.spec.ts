import { describe, expect, it } from "vitest";
import { labelPoints, spread } from "./label-points";

function square(id: number, west: number, south: number, size: number) {
  const ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
  return { id, properties: { status: "idle" }, geometry: { type: "Polygon" as const, coordinates: [ring] } };
}

describe("signs on parcels", () => {
  it("a parcel that two tiles cut gets one sign, in its larger part", () => {
    const { features } = labelPoints([square(7, 107, 31, 0.001), square(7, 107.001, 31, 0.003)]);

    expect(features).toHaveLength(1);
    expect(features[0]?.geometry.coordinates[0]).toBeCloseTo(107.0025, 9);
    expect(features[0]?.geometry.coordinates[1]).toBeCloseTo(31.0015, 9);
  });

  it("every parcel keeps its id and its status", () => {
    const { features } = labelPoints([square(1, 0, 0, 1), square(2, 2, 0, 1)]);

    expect(features.map(({ id, properties }) => [id, properties?.["status"]])).toEqual([[1, "idle"], [2, "idle"]]);
  });

  it("where there is room for one only the larger parcel has it", () => {
    const labels = labelPoints([square(1, 0, 0, 1), square(2, 2, 0, 3), square(3, 12, 0, 1)]);

    expect(spread(labels, ([x = 0]) => String(Math.floor(x / 10))).features.map(({ id }) => id)).toEqual([2, 3]);
  });

  it("where there is room for one, land used as agreed gives way to any other", () => {
    const used = { ...square(1, 0, 0, 9), properties: { status: "in_use" } };

    expect(spread(labelPoints([used, square(2, 2, 0, 1)]), () => "one").features.map(({ id }) => id)).toEqual([2]);
  });

  it("a sliver without area gets none", () => {
    const line = [[0, 0], [1, 1], [0, 0], [0, 0]];

    expect(labelPoints([{ id: 3, properties: null, geometry: { type: "Polygon", coordinates: [line] } }]).features).toEqual([]);
  });

  it("the sign of a parcel with a court stands on the parcel, not in the court", () => {
    const parcel = square(7, 0, 0, 10);
    parcel.geometry.coordinates.push(square(0, 2, 2, 6).geometry.coordinates[0]!);

    const [x = 5, y = 5] = labelPoints([parcel]).features[0]!.geometry.coordinates;

    expect(Math.max(Math.abs(x - 5), Math.abs(y - 5))).toBeGreaterThan(3);
  });
});
