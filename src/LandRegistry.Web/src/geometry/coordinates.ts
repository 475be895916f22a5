import type { LonLat } from "../api/types";
import { fromGaussKruger } from "./gauss-kruger-inverse";

/** How a list of coordinates is to be read. */
export type CoordinateSystem =
  | { kind: "degrees" }
  /** `degrees`: 3 or 6; `meridian`: the central one. The zone's prefix stands before the easting where `hasPrefix`. */
  | { kind: "gauss-kruger"; degrees: 3 | 6; meridian: number; hasPrefix: boolean };

export interface Reading {
  points: LonLat[];
  system: CoordinateSystem;
  /** The axes were found the other way round than written in this system: latitude first, or easting first. */
  isSwapped: boolean;
}

/** Why a list of coordinates cannot be read. */
export type Unreadable = { line: number; text: string } | { tooFew: true } | { nowhere: true };

/**
 * Reads coordinates typed or pasted line by line, in whatever system they are in: degrees (CGCS2000 and WGS 84 are taken as one),
 * or metres of a Gauss-Krueger zone, with its prefix or without. `near` is where the map looks: it settles what the numbers
 * leave open, the zone where no prefix says it and which axis is which. Lines may begin with a name and a ring number (J1,1,X,Y).
 */
export function readCoordinates(text: string, near: LonLat, asked: CoordinateSystem | null = null): Reading | Unreadable {
  const pairs: [number, number][] = [];
  const lines = text.split(/[\n;；]+/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || /^\s*[[(（【].*[\])）】]\s*$/.test(line) || /[=@]/.test(line)) continue;
    const numbers = numbersOf(line);
    if (numbers === null) return { line: index + 1, text: line.trim() };
    pairs.push(numbers);
  }
  if (pairs.length === 0) return { tooFew: true };
  const candidates = (asked === null ? systemsFor(pairs, near) : [asked]).flatMap((system) => [read(pairs, system, false), read(pairs, system, true)]);
  const best = candidates
    .filter((reading) => reading !== null)
    .map((reading) => ({ reading, distance: distanceTo(reading.points, near) }))
    // As written first, where both ways lead near: an axis is said to be swapped only when that alone makes sense.
    .sort((a, b) => (Math.abs(a.distance - b.distance) < 1e-9 ? Number(a.reading.isSwapped) - Number(b.reading.isSwapped) : a.distance - b.distance))[0];
  if (best === undefined) return { nowhere: true };
  return { ...best.reading, points: withoutClosing(best.reading.points) };
}

/** The last two numbers of a line; names, ring numbers and point counts before them are passed over. */
function numbersOf(line: string): [number, number] | null {
  const fields = line.trim().split(/[\s,，、\t]+/).filter((field) => field !== "");
  const numbers = fields.map(numberOf);
  const last = numbers.slice(-2);
  const [x, y] = last;
  if (x === null || x === undefined || y === null || y === undefined) return null;
  const before = fields.slice(0, -2);
  // What stands before must be a name or a small whole number; a third coordinate would be one too many.
  return before.every((field) => /^[A-Za-z\u4e00-\u9fff]*\d{0,5}[A-Za-z]?$/.test(field)) ? [x, y] : null;
}

/** A number, in degrees minutes seconds too: 114°03′00.5″E. */
function numberOf(field: string): number | null {
  const parts = /^([NSEW东西南北]?)(-?\d+)[°度](?:(\d+)[′'分])?(?:(\d+(?:\.\d+)?)[″"秒])?([NSEW东西南北]?)$/i.exec(field);
  if (parts !== null) {
    const size = Number(parts[2]) + Number(parts[3] ?? 0) / 60 + Number(parts[4] ?? 0) / 3600;
    return /[SW西南]/i.test(`${parts[1]}${parts[5]}`) ? -size : size;
  }
  const plain = field.replace(/^[XYxy]=/, "").replace(/°$/, "");
  return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : null;
}

/** The systems that numbers of this size can be in. */
function systemsFor(pairs: readonly [number, number][], near: LonLat): CoordinateSystem[] {
  const largest = Math.max(...pairs.flat().map(Math.abs));
  if (largest <= 180) return [{ kind: "degrees" }];
  // Eastings with a zone before them have eight digits; northings have seven at most.
  if (largest >= 1e7) {
    const zone = Math.floor(largest / 1e6);
    return [
      ...(zone >= 24 && zone <= 46 ? [{ kind: "gauss-kruger", degrees: 3, meridian: zone * 3, hasPrefix: true } as const] : []),
      ...(zone >= 13 && zone <= 23 ? [{ kind: "gauss-kruger", degrees: 6, meridian: zone * 6 - 3, hasPrefix: true } as const] : []),
    ];
  }
  const three = Math.round(near[0] / 3) * 3;
  const six = Math.floor(near[0] / 6) * 6 + 3;
  const zone = (degrees: 3 | 6, meridian: number) => ({ kind: "gauss-kruger", degrees, meridian, hasPrefix: false }) as const;
  const own: CoordinateSystem[] = [zone(3, three), ...(six === three ? [] : [zone(6, six)])];
  // Near the border of a zone a survey may have been kept in the one beside it.
  const beside = [three - 3, three + 3].filter((meridian) => meridian !== six).map((meridian) => zone(3, meridian));
  return [...own, ...beside];
}

/** As written, degrees have longitude first and metres northing first (X before Y), as surveyors write them; or the other way round. */
function read(pairs: readonly [number, number][], system: CoordinateSystem, isSwapped: boolean): Reading | null {
  const points = pairs.map(([first, second]): LonLat | null => {
    if (system.kind === "degrees") return onEarth(isSwapped ? [second, first] : [first, second]);
    const [northing, written] = isSwapped ? [second, first] : [first, second];
    const easting = system.hasPrefix ? written - prefixOf(system) * 1e6 : written;
    if (easting < 0 || easting > 1e6 || northing < 0 || northing > 1e7) return null;
    return onEarth(fromGaussKruger(system.meridian / 3, northing, easting));
  });
  return points.every((point) => point !== null) ? { points, system, isSwapped } : null;
}

/** The number of the zone that stands before the easting. */
export function prefixOf({ degrees, meridian }: Extract<CoordinateSystem, { kind: "gauss-kruger" }>): number {
  return degrees === 3 ? meridian / 3 : (meridian + 3) / 6;
}

function onEarth([lon, lat]: LonLat): LonLat | null {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [lon, lat] : null;
}

function distanceTo(points: readonly LonLat[], near: LonLat): number {
  const [lon, lat] = points[0] ?? near;
  return Math.hypot((lon - near[0]) * Math.cos((near[1] * Math.PI) / 180), lat - near[1]);
}

/** Lists often end with their first point again. */
function withoutClosing(points: LonLat[]): LonLat[] {
  const [first, last] = [points[0], points.at(-1)];
  const isClosed = points.length > 1 && first !== undefined && last !== undefined && Math.hypot(first[0] - last[0], first[1] - last[1]) < 1e-9;
  return isClosed ? points.slice(0, -1) : points;
}
