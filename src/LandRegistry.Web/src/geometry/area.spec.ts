import { describe, expect, it } from "vitest";
import { muToSquareMetres, squareMetresToHectares, squareMetresToMu } from "./area";

describe("area units", () => {
  it("fifteen mu are one hectare", () => {
    expect(squareMetresToHectares(muToSquareMetres(15))).toBeCloseTo(1, 9);
  });

  it("three mu are two thousand square metres exactly", () => {
    expect(muToSquareMetres(3)).toBe(2000);
    expect(squareMetresToMu(2000)).toBeCloseTo(3, 12);
  });
});
