import { describe, expect, it } from "vitest";
import { areClear, freeLeft } from "./clear-of-panel";

describe("the map beside the panel of a drawing", () => {
  const size = { width: 1200, height: 600 };

  it("shows what lies right of the panel and inside the map, and nothing else", () => {
    expect(areClear([{ x: 500, y: 100 }, { x: 1100, y: 580 }], size)).toBe(true);
    expect(areClear([{ x: 500, y: 100 }, { x: 390, y: 100 }], size)).toBe(false);
    expect(areClear([{ x: 500, y: -20 }], size)).toBe(false);
    expect(areClear([{ x: 1300, y: 100 }], size)).toBe(false);
  });

  it("is the whole map where the panel would leave next to nothing", () => {
    expect(freeLeft({ width: 480, height: 400 })).toBe(0);
    expect(areClear([{ x: 100, y: 100 }], { width: 480, height: 400 })).toBe(true);
  });
});
