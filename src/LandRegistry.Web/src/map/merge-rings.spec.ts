import { describe, expect, it } from "vitest";
import { ringDiameter } from "../geometry/donut";
import { STATUSES, type Status } from "../parcels/status";
import { mergeRings, type Ring } from "./merge-rings";

function ring(x: number, y: number, count: number, status: Status = "idle"): Ring {
  const byStatus = Object.fromEntries(STATUSES.map((each) => [each, each === status ? count : 0])) as Record<Status, number>;
  return { x, y, count, byStatus };
}

describe("rings of many parcels", () => {
  it("that would lie over each other become one with the sum, in the middle of the parcels", () => {
    const [only, ...others] = mergeRings([ring(0, 0, 30), ring(20, 0, 10, "ready")]);

    expect(others).toEqual([]);
    expect(only).toMatchObject({ x: 5, y: 0, count: 40, byStatus: { idle: 30, ready: 10, in_use: 0 } });
  });

  it("with room between them stay apart", () => {
    expect(mergeRings([ring(0, 0, 1000), ring(80, 0, 1000)])).toHaveLength(2);
  });

  it("never overlap afterwards, and lose no parcel", () => {
    const many = Array.from({ length: 200 }, (_, index) => ring((index * 37) % 500, (index * 91) % 400, 1 + ((index * 13) % 900)));

    const merged = mergeRings(many);

    expect(merged.reduce((sum, { count }) => sum + count, 0)).toBe(many.reduce((sum, { count }) => sum + count, 0));
    for (const [index, a] of merged.entries()) {
      for (const b of merged.slice(index + 1)) {
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual((ringDiameter(a.count) + ringDiameter(b.count)) / 2 * 0.95);
      }
    }
  });
});
