import type { ClockSegment } from "../api/types";

const DAY = 86_400_000;

/** A day as a number of days, so that lengths can be taken. */
export function dayNumber(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY;
}

export function dayText(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** How a piece of the band looks: what the clock says over it, and how far the law reaches. */
export type Tone = "none" | "unknown" | "idle" | "fee" | "recover" | "stopped";

export interface Piece {
  from: number;
  /** Exclusive. */
  to: number;
  tone: Tone;
  segment: ClockSegment;
}

export interface Band {
  /** First day shown. */
  from: number;
  /** Exclusive. */
  to: number;
  pieces: Piece[];
}

const MARGIN_DAYS = 183;
const SHORTEST_DAYS = 3 * 365;

/**
 * The stretch of time worth showing: half a year before the first change that means something to half a year
 * after the last change, the legal days foreseen, and the day asked about.
 */
export function bandOf(timeline: readonly ClockSegment[], asOf: string): Band {
  const changes = timeline.slice(1).flatMap((segment, index) => (differs(timeline[index], segment) && segment.from !== null ? [segment.from] : []));
  const foreseen = timeline.flatMap(({ suspectedFrom, feeFrom, recoveryFrom }) => [suspectedFrom, feeFrom, recoveryFrom]).filter((day) => day !== null);
  const days = [asOf, ...changes, ...foreseen].map(dayNumber);
  const to = Math.max(...days) + MARGIN_DAYS;
  const from = Math.min(Math.min(...days) - MARGIN_DAYS, to - SHORTEST_DAYS);
  return { from, to, pieces: piecesOf(timeline, from, to) };
}

function piecesOf(timeline: readonly ClockSegment[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  timeline.forEach((segment, index) => {
    const start = Math.max(from, segment.from === null ? from : dayNumber(segment.from));
    const next = timeline[index + 1]?.from ?? null;
    const end = Math.min(to, next === null ? to : dayNumber(next));
    if (end <= start) return;
    const tone = toneOf(segment);
    const last = pieces.at(-1);
    if (last !== undefined && last.tone === tone && last.segment.kind === segment.kind) last.to = end;
    else pieces.push({ from: start, to: end, tone, segment });
  });
  return pieces;
}

function differs(one: ClockSegment | undefined, other: ClockSegment): boolean {
  return one === undefined || toneOf(one) !== toneOf(other) || one.kind !== other.kind;
}

export function toneOf({ kind, powers }: Pick<ClockSegment, "kind" | "powers">): Tone {
  if (kind === "unknown") return "unknown";
  if (kind === "B") return "stopped";
  if (kind !== "A") return "none";
  return powers.includes("recover") ? "recover" : powers.includes("charge_fee") ? "fee" : "idle";
}

/** Firsts of January within the band, for the scale under it; every second or fifth where years would crowd. */
export function yearMarks({ from, to }: Band): { year: number; at: number }[] {
  const first = Number(dayText(from).slice(0, 4)) + 1;
  const last = Number(dayText(to - 1).slice(0, 4));
  const step = last - first > 24 ? 5 : last - first > 7 ? 2 : 1;
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.filter((year) => year % step === 0 || step === 1).map((year) => ({ year, at: dayNumber(`${year}-01-01`) }));
}
