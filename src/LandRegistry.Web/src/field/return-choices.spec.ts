import { describe, expect, it } from "vitest";
import type { FieldReturn } from "../api/field-work";
import { choicesOf, conflictsFirst, isAnythingTaken, openConflicts } from "./return-choices";

const value = (field: string, outcome: string) => ({ field, outcome, base: "a", inField: "b", inOffice: "c", effectiveOn: null, refusals: [] });
const parcel = (parcelId: number, values: ReturnType<typeof value>[]) => ({ parcelId, code: null, name: null, hasEnded: false, values, note: null, photos: 0 });
const RETURN = {
  id: 1,
  drawn: [],
  parcels: [parcel(7, [value("name", "conflict"), value("remarks", "field")]), parcel(8, [value("status", "office")])],
} as unknown as FieldReturn;

describe("choices of a return", () => {
  it("leave a conflict open until one side is chosen", () => {
    expect(openConflicts(RETURN, {})).toBe(1);
    expect(openConflicts(RETURN, { "7.name": "theirs" })).toBe(0);
  });

  it("take what only the field changed unless the register's is chosen", () => {
    expect(isAnythingTaken(RETURN, { "7.name": "theirs" })).toBe(true);
    expect(isAnythingTaken(RETURN, { "7.name": "theirs", "7.remarks": "theirs" })).toBe(false);
  });

  it("come first where there is something to choose", () => {
    expect(conflictsFirst([...RETURN.parcels].reverse()).map(({ parcelId }) => parcelId)).toEqual([7, 8]);
  });

  it("are sent by parcel and field", () => {
    expect(choicesOf(RETURN, { "7.name": "mine", "7.remarks": "theirs" })).toEqual([
      { parcelId: 7, field: "name", take: "field" },
      { parcelId: 7, field: "remarks", take: "office" },
    ]);
  });

  it("take a drawn parcel over unless it is left out or a parcel already", () => {
    const withDrawn = { ...RETURN, parcels: [], drawn: [{ key: "a", parcelId: null }, { key: "b", parcelId: 3 }] } as unknown as FieldReturn;
    expect(isAnythingTaken(withDrawn, {})).toBe(true);
    expect(isAnythingTaken(withDrawn, { "drawn.a": "theirs" })).toBe(false);
    expect(choicesOf(withDrawn, { "drawn.a": "theirs" })).toEqual([{ drawn: "a", take: "office" }]);
  });
});
