import { describe, expect, it } from "vitest";
import { metresPerPixel } from "../geometry/scale";
import { layoutOf, PAPERS, scaleToHold, zoomOfScale, type Box, type Orientation, type Paper } from "./sheet-layout";

const sheets = (Object.keys(PAPERS) as Paper[]).flatMap((paper) => (["landscape", "portrait"] as Orientation[]).map((orientation) => [paper, orientation] as const));

const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe("the layout of a sheet", () => {
  it.each(sheets)("of %s %s keeps a margin of a centimetre and lets no part lie on another", (paper, orientation) => {
    const sheet = layoutOf(paper, orientation);
    const parts = [sheet.title, sheet.map, sheet.side, sheet.foot];

    for (const part of parts) {
      expect(Math.min(part.x, part.y)).toBeGreaterThanOrEqual(10);
      expect(part.x + part.width).toBeLessThanOrEqual(sheet.width - 10);
      expect(part.y + part.height).toBeLessThanOrEqual(sheet.height - 10);
      expect(parts.filter((other) => overlap(part, other))).toEqual([part]);
    }
    expect((sheet.map.width * sheet.map.height) / (sheet.width * sheet.height)).toBeGreaterThan(0.5);
  });

  it("a map at 1 : 10 000 has ten metres of ground in a millimetre of paper", () => {
    const metresOfMillimetre = (metresPerPixel(zoomOfScale(10_000, 31), 31) * 96) / 25.4;

    expect(metresOfMillimetre).toBeCloseTo(10, 6);
  });

  it("the scale is the largest round one that holds the ground both ways", () => {
    const frame = { x: 0, y: 0, width: 200, height: 100 };

    expect(scaleToHold(2000, 500, frame)).toBe(10_000);
    expect(scaleToHold(100, 1020, frame)).toBe(15_000);
    expect(scaleToHold(1, 1, frame)).toBe(500);
    expect(scaleToHold(1e9, 1, frame)).toBe(5_000_000);
  });
});
