import { describe, expect, it } from "vitest";
import { metresPerPixel, roundScale } from "./scale";

describe("scale bar", () => {
  it("a pixel of the whole world at the equator is the circumference over 512", () => {
    expect(metresPerPixel(0, 0) * 512).toBeCloseTo(40_075_016.686, 3);
    expect(metresPerPixel(10, 60)).toBeCloseTo(metresPerPixel(11, 0), 6);
  });

  it("is round and fits", () => {
    expect(roundScale(1, 120)).toEqual({ metres: 100, pixels: 100 });
    expect(roundScale(3, 120).metres).toBe(200);
    expect(roundScale(0.5, 120).metres).toBe(50);
  });

  it("never grows wider than it may", () => {
    for (let zoom = 0; zoom < 20; zoom += 0.37) {
      const scale = roundScale(metresPerPixel(zoom, 31), 96);
      expect(scale.pixels).toBeLessThanOrEqual(96.0001);
      expect(scale.pixels).toBeGreaterThan(96 / 2.6);
    }
  });
});
