import { describe, expect, it } from "vitest";
import type { FactField, FactKind } from "../api/types";
import { firstSides, mergedValues } from "./fact-merge";

const field = (name: string) => ({ name, type: "text" }) as unknown as FactField;
const kind = { code: "filing", fields: [field("onDay"), field("number"), field("note")] } as unknown as FactKind;
const base = { onDay: "2026-01-01", number: "1", note: null };

describe("two people who changed one fact", () => {
  it("each keeps what only they changed", () => {
    const theirs = { ...base, number: "2" };
    const mine = { ...base, note: "查档" };
    const sides = firstSides(kind, base, theirs, mine);

    expect(sides).toEqual({ number: "theirs", note: "mine" });
    expect(mergedValues(theirs, mine, sides)).toEqual({ onDay: "2026-01-01", number: "2", note: "查档" });
  });

  it("what both changed waits for a choice", () => {
    const theirs = { ...base, number: "2" };
    const mine = { ...base, number: "3" };
    const sides = firstSides(kind, base, theirs, mine);

    expect(sides).toEqual({ number: null });
    expect(mergedValues(theirs, mine, sides)).toBeNull();
    expect(mergedValues(theirs, mine, { number: "theirs" })).toEqual(theirs);
    expect(mergedValues(theirs, mine, { number: "mine" })).toEqual(mine);
  });

  it("what both changed alike is no conflict", () => {
    expect(firstSides(kind, base, { ...base, number: "2" }, { ...base, number: "2" })).toEqual({});
  });

  it("without what both began with, every difference waits", () => {
    expect(firstSides(kind, undefined, { ...base, number: "2" }, { ...base, note: "x" })).toEqual({ number: null, note: null });
  });
});
