import { describe, expect, it } from "vitest";
import { positionText } from "./position-text";

describe("a position in words", () => {
  it("is written in decimal degrees", () => {
    expect(positionText([107.8625, -31.08012], "degrees", "en")).toBe("107.86250°E  31.08012°S");
  });

  it("is written in degrees, minutes and seconds, and sixty seconds are a minute", () => {
    expect(positionText([114.05, 30.5], "dms", "en")).toBe("114°03′00.00″E  30°30′00.00″N");
    expect(positionText([113.9999999, 30.9999999], "dms", "en")).toBe("114°00′00.00″E  31°00′00.00″N");
  });

  it("is written in metres of its zone, whose number stands before the easting", () => {
    expect(positionText([114.05, 30.5], "gauss-kruger", "zh")).toBe("X 3375542.80  Y 38504799.95");
    expect(positionText([114.05, 30.5], "gauss-kruger", "en")).toBe("N 3375542.80  E 38504799.95");
  });
});
