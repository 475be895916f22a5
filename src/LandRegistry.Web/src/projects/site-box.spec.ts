import { describe, expect, it } from "vitest";
import { boxOfSites } from "./site-box";

describe("the box around matched sites", () => {
  it("holds all whose place is known, with a margin", () => {
    const box = boxOfSites([[114, 30], null, [114.1, 30.2]]);

    expect(box?.map((side) => Number(side.toFixed(4)))).toEqual([113.997, 29.997, 114.103, 30.203]);
  });

  it("is none where no place is known", () => {
    expect(boxOfSites([null, null])).toBeNull();
  });
});
