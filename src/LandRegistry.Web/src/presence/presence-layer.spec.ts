import { describe, expect, it } from "vitest";
import type { Editing } from "./presence";
import { presenceMarks } from "./presence-layer";

const editing = (parcelId: number, person: string, location: number[] = [114, 30.5]): Editing => ({
  session: `${person}${parcelId}`, person, parcelId, parcelName: null, location, since: "2026-06-15T04:00:00Z",
});

describe("marks of who is editing", () => {
  it("one mark for each parcel, with every name once", () => {
    const marks = presenceMarks([editing(1, "李工"), editing(2, "王工"), editing(1, "李工"), editing(1, "赵工")]);

    expect(marks.features.map(({ id, properties }) => [id, properties?.["names"]])).toEqual([[1, "李工、赵工"], [2, "王工"]]);
  });

  it("a place that is none is left out", () => {
    expect(presenceMarks([editing(1, "李工", [])]).features).toEqual([]);
  });
});
