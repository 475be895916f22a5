import { describe, expect, it } from "vitest";
import { degreeText, graticule, graticuleStep } from "./graticule";

describe("the graticule", () => {
  it("has round lines within the box, with their degrees", () => {
    const labels = graticule([113.9, 29.9, 114.35, 30.2]).features.map(({ properties }) => properties?.["label"] as string);

    expect(labels).toEqual(["113°55′E", "114°E", "114°05′E", "114°10′E", "114°15′E", "114°20′E", "29°55′N", "30°N", "30°05′N", "30°10′N"].filter((label) => labels.includes(label)));
    expect(labels).toContain("114°E");
    expect(labels).toContain("30°N");
  });

  it.each([0.001, 0.02, 0.3, 1, 7, 40, 180])("never crowds a map %d degrees wide", (across) => {
    expect(across / graticuleStep(across)).toBeLessThanOrEqual(6.001);
  });

  it("says minutes and seconds where there are any, and the side", () => {
    expect([degreeText(114, "E", "W"), degreeText(-0.5, "E", "W"), degreeText(30.0083333, "N", "S")]).toEqual(["114°E", "0°30′W", "30°00′30″N"]);
  });
});
