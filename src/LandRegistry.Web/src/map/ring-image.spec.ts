import { describe, expect, it } from "vitest";
import { STATUSES } from "../parcels/status";
import { parseRingId, ringId } from "./ring-image";

describe("names of ring images", () => {
  it("carry the count and the parcels of each status in order", () => {
    const ring = parseRingId("ring/12/5.0.0.7.0.0.0.0.0.0.0");

    expect(ring?.count).toBe(12);
    expect(ring?.shares.filter(({ count }) => count > 0)).toEqual([
      { key: STATUSES[0], count: 5 },
      { key: STATUSES[3], count: 7 },
    ]);
  });

  it("are read as they are written", () => {
    expect(parseRingId(ringId({ count: 9, idle: 4, ready: 5 }))?.shares.filter(({ count }) => count > 0)).toEqual([
      { key: "idle", count: 4 },
      { key: "ready", count: 5 },
    ]);
  });

  it("that are malformed make no ring", () => {
    expect(parseRingId("ring/12/5.0")).toBeNull();
    expect(parseRingId("ring/0/0.0.0.0.0.0.0.0.0.0.0")).toBeNull();
    expect(parseRingId("ring/x/1.0.0.0.0.0.0.0.0.0.0")).toBeNull();
    expect(parseRingId("ring")).toBeNull();
  });
});
