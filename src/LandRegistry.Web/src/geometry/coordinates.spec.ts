import { describe, expect, it } from "vitest";
import type { LonLat } from "../api/types";
import { readCoordinates, type Reading } from "./coordinates";
import { toGaussKruger } from "./gauss-kruger";

const HERE: LonLat = [114.05, 30.5];
const CORNERS: LonLat[] = [[114.05, 30.5], [114.051, 30.5], [114.051, 30.501]];

/** Corners in metres of the 3-degree zone 38, or of another central meridian. */
function metres(print: (northing: number, easting: number) => string, meridian = 114): string {
  return CORNERS.map((at) => toGaussKruger(at, meridian / 3)).map(({ northingMetres, eastingMetres }) => print(northingMetres, eastingMetres)).join("\n");
}

function expectCorners(text: string, near: LonLat = HERE): Reading {
  const reading = readCoordinates(text, near);
  if (!("points" in reading)) throw new Error(JSON.stringify(reading));
  reading.points.forEach(([lon, lat], i) => {
    expect(lon).toBeCloseTo(CORNERS[i]![0], 7);
    expect(lat).toBeCloseTo(CORNERS[i]![1], 7);
  });
  expect(reading.points).toHaveLength(3);
  return reading;
}

describe("coordinates typed or pasted", () => {
  it("are read as degrees, longitude first", () => {
    expect(expectCorners("114.05, 30.5\n114.051，30.5\n114.051\t30.501")).toMatchObject({ system: { kind: "degrees" }, isSwapped: false });
  });

  it("are read with the axes the other way round, and that is said", () => {
    expect(expectCorners("30.5 114.05\n30.5 114.051\n30.501 114.051").isSwapped).toBe(true);
    expect(expectCorners(metres((n, e) => `${e.toFixed(4)} ${n.toFixed(4)}`)).isSwapped).toBe(true);
    expect(expectCorners(metres((n, e) => `${(38e6 + e).toFixed(4)},${n.toFixed(4)}`)).isSwapped).toBe(true);
  });

  it("are read in the 3-degree zone of the map, without prefix", () => {
    expect(expectCorners(metres((n, e) => `${n.toFixed(4)} ${e.toFixed(4)}`))).toMatchObject({ system: { degrees: 3, meridian: 114, hasPrefix: false }, isSwapped: false });
  });

  it("are read in the zone beside the map's, when they lie there", () => {
    const [lon, lat]: LonLat = [115.6, 30.5];
    const { northingMetres, eastingMetres } = toGaussKruger([lon, lat], 38);
    const reading = readCoordinates(`${northingMetres} ${eastingMetres}`, [115.61, 30.5]) as Reading;
    expect(reading.points[0]![0]).toBeCloseTo(lon, 7);
  });

  it("are read in the zone that the prefix names, wherever the map looks", () => {
    const text = metres((n, e) => `${n.toFixed(4)} ${(38e6 + e).toFixed(4)}`);
    expect(expectCorners(text, [104, 31])).toMatchObject({ system: { degrees: 3, meridian: 114, hasPrefix: true }, isSwapped: false });
  });

  it("are read in a 6-degree zone, by prefix or by place", () => {
    expect(expectCorners(metres((n, e) => `${n.toFixed(4)} ${(19e6 + e).toFixed(4)}`, 111))).toMatchObject({ system: { degrees: 6, meridian: 111, hasPrefix: true } });
    expect(expectCorners(metres((n, e) => `${n.toFixed(4)} ${e.toFixed(4)}`, 117))).toMatchObject({ system: { degrees: 6, meridian: 117, hasPrefix: false } });
  });

  it("are read from the boundary files that officers get, with headers, names, ring numbers and the first point again", () => {
    const lines = metres((n, e) => `J1,1,${n.toFixed(4)},${(38e6 + e).toFixed(4)}`).split("\n");
    expectCorners(["[属性描述]", "坐标系=2000国家大地坐标系", "带号=38", "[地块坐标]", "4,0.76,1,地块,面,,,,@", ...lines, lines[0]].join("\n"));
  });

  it("are read in degrees, minutes and seconds", () => {
    expectCorners("114°03′00″E 30°30′00″N\n114°03′03.6″E 30°30′00″N\n114°03′03.6″E 30°30′03.6″N");
  });

  it("say which line is none", () => {
    expect(readCoordinates("114.05 30.5\nhello", HERE)).toEqual({ line: 2, text: "hello" });
    expect(readCoordinates("114.05 NaN", HERE)).toEqual({ line: 1, text: "114.05 NaN" });
    expect(readCoordinates("114.05 1e400", HERE)).toEqual({ line: 1, text: "114.05 1e400" });
    expect(readCoordinates("  ", HERE)).toEqual({ tooFew: true });
    expect(readCoordinates("99999999 12", HERE)).toEqual({ nowhere: true });
  });
});
