import { describe, expect, it } from "vitest";
import { innerPoint, isInside } from "./inner-point";

const square = (from: number, to: number) => [[from, from], [to, from], [to, to], [from, to], [from, from]];

describe("a point inside", () => {
  it("is not in a hole", () => {
    const court = [square(0, 10), square(3, 7)];

    expect(isInside([5, 5], court)).toBe(false);
    expect(isInside([1.5, 5], court)).toBe(true);
    expect(isInside(innerPoint(court), court)).toBe(true);
  });

  it("keeps away from every border", () => {
    const [x = 0, y = 0] = innerPoint([square(0, 10)]);

    expect(x).toBeCloseTo(5, 0);
    expect(y).toBeCloseTo(5, 0);
  });

  it("of a hook lies on the hook", () => {
    const hook = [[[0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [0, 2], [0, 0]]];

    expect(isInside(innerPoint(hook), hook)).toBe(true);
  });
});
