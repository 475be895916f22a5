import { describe, expect, it } from "vitest";
import { RING_STEPS, ringDiameter, ringSlices, shortCount } from "./donut";

describe("status rings", () => {
  it("slices fill the ring without gap or overlap", () => {
    const slices = ringSlices([
      { key: "idle", count: 7 },
      { key: "ready", count: 2 },
      { key: "in_use", count: 91 },
    ]);

    expect(slices[0]?.from).toBe(0);
    expect(slices.at(-1)?.to).toBe(1);
    slices.slice(1).forEach((slice, index) => expect(slice.from).toBe(slices[index]?.to));
  });

  it("a single parcel among thousands stays visible", () => {
    const slices = ringSlices([
      { key: "in_use", count: 28_000 },
      { key: "idle", count: 1 },
    ]);

    const idle = slices.find((slice) => slice.key === "idle");
    expect((idle!.to - idle!.from) * RING_STEPS).toBeCloseTo(1, 9);
  });

  it("eleven statuses of very different size all get their slice", () => {
    const slices = ringSlices(Array.from({ length: 11 }, (_, index) => ({ key: String(index), count: 4 ** index })));

    expect(slices).toHaveLength(11);
    expect(slices.every((slice) => slice.to > slice.from)).toBe(true);
    expect(slices.at(-1)?.to).toBe(1);
  });

  it("a status without parcels has no slice", () => {
    expect(ringSlices([{ key: "idle", count: 0 }, { key: "ready", count: 3 }])).toEqual([{ key: "ready", from: 0, to: 1 }]);
  });

  it("counts are shortened without losing their order", () => {
    expect([7, 999, 1000, 1249, 28_140, 999_600, 1_130_000].map(shortCount)).toEqual(["7", "999", "1k", "1.2k", "28k", "1M", "1.1M"]);
  });

  it("the diameter grows with the count and stays within bounds", () => {
    expect(ringDiameter(1)).toBeLessThan(ringDiameter(10));
    expect(ringDiameter(10 ** 9)).toBe(64);
  });
});
