import { describe, expect, it } from "vitest";
import type { LonLat } from "../api/types";
import { measure } from "./measure";

/** About 96 by 111 metres. */
const RING: LonLat[] = [[114.05, 30.5], [114.051, 30.5], [114.051, 30.501], [114.05, 30.501]];

describe("measuring", () => {
  it("nothing and one point have no length and no area", () => {
    expect(measure([])).toEqual({ lengthMetres: 0, areaSquareMetres: 0, perimeterMetres: 0 });
    expect(measure([RING[0]!]).perimeterMetres).toBe(0);
  });

  // Of the points in EPSG:4547 by PROJ 9.1.
  it("a line is as long as in the plane of its zone", () => {
    expect(measure(RING.slice(0, 2)).lengthMetres).toBeCloseTo(95.999, 2);
  });

  it("the area does not depend on where the ring starts or which way it turns", () => {
    const area = measure(RING).areaSquareMetres;

    expect(area).toBeCloseTo(10642.5, 0);
    for (let start = 1; start < RING.length; start += 1) {
      expect(measure([...RING.slice(start), ...RING.slice(0, start)]).areaSquareMetres).toBeCloseTo(area, 3);
    }
    expect(measure([...RING].reverse()).areaSquareMetres).toBeCloseTo(area, 3);
  });
});
