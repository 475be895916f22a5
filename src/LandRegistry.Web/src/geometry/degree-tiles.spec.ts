import { describe, expect, it } from "vitest";
import { latitudeOf, sourceRows } from "./degree-tiles";

describe("tiles in degrees under a Mercator map", () => {
  it.each([[6, 26], [12, 1690], [16, 27045]])("fill a tile of zoom %d from top to bottom without a gap", (zoom, row) => {
    const pieces = sourceRows(zoom, row, 16);

    expect(pieces[0]!.targetFrom).toBe(0);
    expect(pieces.at(-1)!.targetTo).toBeCloseTo(1, 9);
    pieces.slice(1).forEach((piece, index) => expect(piece.targetFrom).toBeCloseTo(pieces[index]!.targetTo, 9));
    for (const { from, to } of pieces) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(1);
      expect(to).toBeGreaterThan(from);
    }
  });

  it("show each latitude where it belongs", () => {
    const [zoom, row] = [12, 1690];

    for (const { row: source, from, targetFrom } of sourceRows(zoom, row, 8)) {
      expect(90 - (source + from) * (360 / 2 ** zoom)).toBeCloseTo(latitudeOf(row + targetFrom, zoom), 3);
    }
  });

  it("the whole world of zoom 0 comes from the one tile that holds both hemispheres", () => {
    expect(new Set(sourceRows(0, 0, 32).map(({ row }) => row))).toEqual(new Set([0]));
  });
});
