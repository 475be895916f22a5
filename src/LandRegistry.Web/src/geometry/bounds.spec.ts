import { describe, expect, it } from "vitest";
import { asBox, boxAround, boxOfMultiPolygon, unionOfBoxes } from "./bounds";

describe("boxes", () => {
  it("the union covers every box", () => {
    expect(unionOfBoxes([[1, 2, 3, 4], [0, 3, 2, 9]])).toEqual([0, 2, 3, 9]);
    expect(unionOfBoxes([])).toBeNull();
  });

  it("the box of places holds all of them", () => {
    expect(boxAround([[114.2, 30.5], [114.1, 30.7], [114.15, 30.6]])).toEqual([114.1, 30.5, 114.2, 30.7]);
    expect(boxAround([])).toBeNull();
  });

  it("a multipolygon's box comes from all its parts, holes ignored", () => {
    const outer = [[10, 20], [12, 20], [12, 22], [10, 20]];
    const hole = [[11, 20.5], [11.2, 20.5], [11, 20.7], [11, 20.5]];
    const second = [[13, 19], [14, 19], [14, 20], [13, 19]];

    expect(boxOfMultiPolygon([[outer, hole], [second]])).toEqual([10, 19, 14, 22]);
  });

  it("an array of another length is no box", () => {
    expect(asBox([1, 2, 3])).toBeNull();
    expect(asBox(null)).toBeNull();
  });
});
