import { describe, expect, it } from "vitest";
import { statusMatrix } from "./status-matrix";

describe("status matrix", () => {
  const moves = [
    { from: "idle", to: "disposing", count: 4 },
    { from: "in_use", to: "suspected", count: 12 },
    { from: "suspected", to: "in_use", count: 1 },
  ];

  it("holds the statuses that occur, in the order of a parcel's life", () => {
    const { rows, columns } = statusMatrix(moves);

    expect(rows).toEqual(["in_use", "suspected", "idle"]);
    expect(columns).toEqual(["in_use", "suspected", "disposing"]);
  });

  it("keeps the direction of a move", () => {
    const { countOf } = statusMatrix(moves);

    expect(countOf("in_use", "suspected")).toBe(12);
    expect(countOf("suspected", "in_use")).toBe(1);
    expect(countOf("idle", "in_use")).toBe(0);
  });

  it("no move gives an empty table", () => {
    expect(statusMatrix([])).toMatchObject({ rows: [], columns: [] });
  });
});
