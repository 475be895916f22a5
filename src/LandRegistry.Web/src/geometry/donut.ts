/** One slice of a ring, from and to as shares of the whole turn (0..1), clockwise from the top. */
export interface Slice {
  key: string;
  from: number;
  to: number;
}

export interface Share {
  key: string;
  count: number;
}

/** A ring is drawn in this many steps: fine enough for the eye, coarse enough that icons repeat. */
export const RING_STEPS = 24;

/**
 * Cuts a ring into slices by count. Every share that is present keeps at least one step,
 * however small it is, and the slices always fill the ring exactly.
 */
export function ringSlices(shares: readonly Share[]): Slice[] {
  const present = shares.filter((share) => share.count > 0);
  const steps = ringSteps(present);
  let start = 0;
  return present.map((share, index) => {
    const from = start;
    start += steps[index] ?? 0;
    return { key: share.key, from: from / RING_STEPS, to: start / RING_STEPS };
  });
}

/** Largest-remainder rounding with a floor of one step; what is too much is taken from the largest. */
function ringSteps(present: readonly Share[]): number[] {
  const total = present.reduce((sum, share) => sum + share.count, 0);
  const exact = present.map((share) => (share.count / total) * RING_STEPS);
  const steps = exact.map((value) => Math.max(1, Math.floor(value)));
  let missing = RING_STEPS - steps.reduce((sum, step) => sum + step, 0);
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest);
  for (const { index } of order) {
    if (missing <= 0) break;
    steps[index] = (steps[index] ?? 0) + 1;
    missing -= 1;
  }
  while (missing < 0) {
    const largest = steps.indexOf(Math.max(...steps));
    steps[largest] = (steps[largest] ?? 0) - 1;
    missing += 1;
  }
  return steps;
}

/** Counts short enough for the middle of a ring: 999, 1.2k, 28k, 1.1M. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  const [value, unit] = count < 999_500 ? [count / 1000, "k"] : [count / 1_000_000, "M"];
  return `${value < 9.95 ? value.toFixed(1).replace(/\.0$/, "") : Math.round(value)}${unit}`;
}

/** Diameter in CSS pixels: grows with the logarithm, so that a tenfold count is one size more. */
export function ringDiameter(count: number): number {
  return Math.round(Math.min(64, 30 + 9 * Math.log10(Math.max(1, count))));
}
