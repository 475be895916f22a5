import { describe, expect, it } from "vitest";
import { contrast, distance, type Vision } from "../geometry/colour";
import { CHANGE_KINDS, CHANGE_LOOKS } from "./change-looks";

describe("the looks of changes", () => {
  it("are told apart by sign, and their ink can be read on a light ground", () => {
    expect(new Set(CHANGE_KINDS.map((kind) => CHANGE_LOOKS[kind].sign)).size).toBe(CHANGE_KINDS.length);
    for (const kind of CHANGE_KINDS) expect(contrast(CHANGE_LOOKS[kind].ink, "#ffffff"), kind).toBeGreaterThan(7);
  });

  it.each<Vision>(["normal", "protanopia", "deuteranopia"])("keep their fills apart with %s", (vision) => {
    for (const [index, kind] of CHANGE_KINDS.entries()) {
      for (const other of CHANGE_KINDS.slice(index + 1)) {
        expect(distance(CHANGE_LOOKS[kind].fill, CHANGE_LOOKS[other].fill, vision), `${kind} ${other}`).toBeGreaterThan(15);
      }
    }
  });
});
