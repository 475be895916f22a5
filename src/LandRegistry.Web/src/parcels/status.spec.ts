import { describe, expect, it } from "vitest";
import { contrast, distance, type Vision } from "../geometry/colour";
import { STATUS_LOOKS, STATUSES, ZONE_GROUND } from "./status";

const pairs = STATUSES.flatMap((first, index) => STATUSES.slice(index + 1).map((second) => [first, second] as const));

describe("status palette", () => {
  it("the letter on every fill is readable", () => {
    for (const status of STATUSES) {
      const { fill, onFill } = STATUS_LOOKS[status];
      expect(contrast(fill, onFill), status).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("the ink is readable as text on white and stands out as an outline on the map's ground", () => {
    for (const status of STATUSES) {
      const { ink } = STATUS_LOOKS[status];
      expect(contrast(ink, "#ffffff"), status).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, ZONE_GROUND), status).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each<Vision>(["normal", "protanopia", "deuteranopia"])("any two statuses differ in colour or in pattern for %s vision", (vision) => {
    for (const [first, second] of pairs) {
      const [a, b] = [STATUS_LOOKS[first], STATUS_LOOKS[second]];
      if (a.pattern !== b.pattern) continue;
      expect(distance(a.fill, b.fill, vision), `${first} ${second}`).toBeGreaterThan(25);
    }
  });

  it("any two statuses are told apart at a glance by unimpaired eyes", () => {
    for (const [first, second] of pairs) {
      expect(distance(STATUS_LOOKS[first].fill, STATUS_LOOKS[second].fill, "normal"), `${first} ${second}`).toBeGreaterThan(15);
    }
  });

  it("no two statuses share a letter", () => {
    for (const language of ["zh", "en"] as const) {
      expect(new Set(STATUSES.map((status) => STATUS_LOOKS[status].glyph[language])).size).toBe(STATUSES.length);
    }
  });
});
