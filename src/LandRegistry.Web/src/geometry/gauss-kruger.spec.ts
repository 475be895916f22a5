import { describe, expect, it } from "vitest";
import { toGaussKruger, zoneOf } from "./gauss-kruger";

describe("Gauss-Krueger", () => {
  it("puts the central meridian at 500 kilometres and the equator at zero", () => {
    const at = toGaussKruger([114, 0]);

    expect(at.zone).toBe(38);
    expect(at.eastingMetres).toBeCloseTo(500_000, 6);
    expect(at.northingMetres).toBeCloseTo(0, 6);
  });

  // cs2cs EPSG:4490 EPSG:4547 of PROJ 9.1, axes as longitude and latitude.
  it.each([
    [114.05, 30.5, 3375542.79583, 504799.94666],
    [112.6, 45.25, 5013681.61914, 390095.59584],
    [115.4, 18.1, 2002612.60426, 648195.16069],
  ])("agrees with PROJ to a millimetre at %d, %d", (longitude, latitude, northing, easting) => {
    const at = toGaussKruger([longitude, latitude], 38);

    expect(at.northingMetres).toBeCloseTo(northing, 3);
    expect(at.eastingMetres).toBeCloseTo(easting, 3);
  });

  it("takes the nearest central meridian", () => {
    expect([zoneOf(112.4), zoneOf(112.6), zoneOf(115.4)]).toEqual([37, 38, 38]);
  });
});
