import { describe, expect, it } from "vitest";
import type { LonLat } from "../api/types";
import { fromGaussKruger } from "./gauss-kruger-inverse";
import { toGaussKruger } from "./gauss-kruger";
import { addRing, areaOf, boundaryOf, insertAfter, moveVertex, nudged, placeFrom, removeVertex, ringArea, segmentOf, shapeOf, type Ring } from "./shape";

const SQUARE: Ring = [[114.05, 30.5], [114.051, 30.5], [114.051, 30.501], [114.05, 30.501]];

/** Numbers that look random and are the same each time. */
function draws(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function drawnRing(draw: () => number): Ring {
  const corners = 3 + Math.floor(draw() * 20);
  return Array.from({ length: corners }, (_, i): LonLat => {
    const [angle, radius] = [(2 * Math.PI * i) / corners, 0.0005 + 0.0005 * draw()];
    return [114.05 + radius * Math.cos(angle), 30.5 + radius * Math.sin(angle)];
  });
}

describe("areas", () => {
  it("are those that PostGIS measures in the parcel's zone", () => {
    // select st_area(st_transform(st_makeenvelope(114.05, 30.5, 114.051, 30.501, 4490), 4547))
    expect(areaOf({ polygons: [[SQUARE]] })).toBeCloseTo(10_642.481, 2);
  });

  it("do not depend on where a ring starts nor on which way it runs", () => {
    const draw = draws(7);
    for (let i = 0; i < 200; i++) {
      const ring = drawnRing(draw);
      const start = Math.floor(draw() * ring.length);
      const turned = [...ring.slice(start), ...ring.slice(0, start)];
      expect(ringArea(turned, 38)).toBeCloseTo(ringArea(ring, 38), 6);
      expect(ringArea([...turned].reverse(), 38)).toBeCloseTo(ringArea(ring, 38), 6);
    }
  });

  it("lose what holes take", () => {
    const hole: Ring = [[114.0504, 30.5004], [114.0506, 30.5004], [114.0506, 30.5006], [114.0504, 30.5006]];
    expect(areaOf(addRing({ polygons: [[SQUARE]] }, hole, true))).toBeCloseTo(areaOf({ polygons: [[SQUARE]] }) * 0.96, 0);
  });
});

describe("projection", () => {
  it("leads there and back within a hundredth of a millimetre, in 3-degree and 6-degree zones", () => {
    const draw = draws(3);
    for (let i = 0; i < 200; i++) {
      const zone = 25 + Math.floor(draw() * 20);
      const at: LonLat = [zone * 3 + (draw() - 0.5) * 6, 18 + draw() * 35];
      const { northingMetres, eastingMetres } = toGaussKruger(at, zone);
      const [lon, lat] = fromGaussKruger(zone, northingMetres, eastingMetres);
      expect(Math.abs(lon - at[0]) * 111_320).toBeLessThan(1e-5);
      expect(Math.abs(lat - at[1]) * 111_320).toBeLessThan(1e-5);
    }
  });
});

describe("vertices", () => {
  const shape = { polygons: [[SQUARE]] };
  const second = { polygon: 0, ring: 0, vertex: 1 };

  it("are moved, added and taken away without touching the others", () => {
    const moved = moveVertex(shape, second, [114.052, 30.5]);
    expect(moved.polygons[0]![0]).toEqual([SQUARE[0], [114.052, 30.5], SQUARE[2], SQUARE[3]]);
    expect(removeVertex(insertAfter(shape, second, [114.0515, 30.5005]), { ...second, vertex: 2 })).toEqual(shape);
  });

  it("take their ring with them when fewer than three would be left, and the outer ring its holes", () => {
    const triangle: Ring = SQUARE.slice(0, 3);
    const holed = { polygons: [[SQUARE, triangle], [triangle, triangle]] };
    expect(removeVertex(holed, { polygon: 0, ring: 1, vertex: 0 }).polygons[0]).toEqual([SQUARE]);
    expect(removeVertex(holed, { polygon: 1, ring: 0, vertex: 0 }).polygons).toHaveLength(1);
  });

  it("come out of a boundary and go back into it unchanged", () => {
    expect(shapeOf(boundaryOf(shape))).toEqual(shape);
  });

  it("are nudged by metres of the ground", () => {
    const to = nudged([114.05, 30.5], 3, 4);
    expect(segmentOf([114.05, 30.5], to).metres).toBeCloseTo(5, 4);
    expect(segmentOf([114.05, 30.5], to).degrees).toBeCloseTo((Math.atan2(3, 4) * 180) / Math.PI, 4);
    expect(segmentOf([114.05, 30.5], placeFrom([114.05, 30.5], 50, 270)).degrees).toBeCloseTo(270, 4);
  });
});
