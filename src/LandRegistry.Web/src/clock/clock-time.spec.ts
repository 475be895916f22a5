import { describe, expect, it } from "vitest";
import type { ClockSegment } from "../api/types";
import { bandOf, dayNumber, dayText, toneOf, yearMarks } from "./clock-time";

function segment(from: string | null, kind: string, powers: string[] = []): ClockSegment {
  return { from, kind, name: { zh: kind, en: kind }, powers, suspectedFrom: "2024-03-01", feeFrom: "2024-03-01", recoveryFrom: "2025-03-01" };
}

const typeA = [
  segment(null, "none"),
  segment("2012-07-01", "none"),
  segment("2024-03-01", "A", ["investigate", "charge_fee"]),
  segment("2025-03-01", "A", ["investigate", "charge_fee", "recover"]),
];

describe("the clock's band of time", () => {
  it("covers every day in exactly one piece", () => {
    const band = bandOf(typeA, "2026-11-21");

    expect(band.pieces[0]?.from).toBe(band.from);
    expect(band.pieces.at(-1)?.to).toBe(band.to);
    band.pieces.slice(1).forEach((piece, index) => expect(piece.from).toBe(band.pieces[index]?.to));
  });

  it("begins near the first change that means something, not with the law", () => {
    const band = bandOf(typeA, "2026-11-21");

    expect(dayText(band.from)).toBe("2023-08-31");
    expect(dayText(band.to)).toBe("2027-05-23");
  });

  it("tells fee from recovery, and kind B from kind A", () => {
    expect(bandOf(typeA, "2026-11-21").pieces.map(({ tone }) => tone)).toEqual(["none", "fee", "recover"]);
    expect(toneOf(segment(null, "B", ["investigate", "negotiate"]))).toBe("stopped");
    expect(toneOf(segment(null, "A", ["negotiate"]))).toBe("idle");
    expect(toneOf(segment(null, "unknown"))).toBe("unknown");
  });

  it("always shows the day asked about, and is never shorter than three years", () => {
    const quiet = [{ ...segment(null, "none"), suspectedFrom: null, feeFrom: null, recoveryFrom: null }];
    const band = bandOf(quiet, "2026-01-01");

    expect(band.to - band.from).toBeGreaterThanOrEqual(3 * 365);
    expect(band.from).toBeLessThan(dayNumber("2026-01-01"));
    expect(band.to).toBeGreaterThan(dayNumber("2026-01-01"));
  });

  it("has a mark for each year, and fewer where they would crowd", () => {
    expect(yearMarks({ from: dayNumber("2023-08-31"), to: dayNumber("2027-05-23"), pieces: [] }).map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027]);
    expect(yearMarks({ from: dayNumber("2010-06-01"), to: dayNumber("2027-05-23"), pieces: [] }).map(({ year }) => year)).toEqual([2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026]);
  });
});
