import { describe, expect, it } from "vitest";
import { extended, isShape, svgPath, type ScreenPoint } from "./shape-path";

describe("a shape drawn on the map", () => {
  it("a box has four corners, wherever the drag went", () => {
    const path = extended("box", extended("box", [[10, 20]], [30, 5]), [40, 50]);

    expect(path).toEqual([[10, 20], [40, 20], [40, 50], [10, 50]]);
  });

  it("a lasso leaves out points that are too near to tell apart", () => {
    expect(extended("lasso", [[0, 0]], [1, 1])).toHaveLength(1);
    expect(extended("lasso", [[0, 0]], [4, 0])).toHaveLength(2);
  });

  it("a lasso never has more corners than the register takes", () => {
    let path: readonly ScreenPoint[] = [];
    for (let i = 0; i < 5000; i++) path = extended("lasso", path, [i * 4, (i % 2) * 8]);

    expect(path.length).toBeLessThan(2000);
  });

  it("a click or a line is no shape", () => {
    expect(isShape([[1, 1], [2, 1], [2, 2], [1, 2]])).toBe(false);
    expect(isShape([[0, 0], [50, 0], [90, 0]])).toBe(false);
    expect(isShape([[0, 0], [50, 0], [50, 40]])).toBe(true);
  });

  it("is written as a path, closed when it is done", () => {
    expect(svgPath([[0, 0], [5, 0], [5, 5]], true)).toBe("M0.0 0.0 L5.0 0.0 L5.0 5.0 Z");
    expect(svgPath([[0, 0], [5, 0]], false)).toBe("M0.0 0.0 L5.0 0.0");
  });
});
