import { describe, expect, it } from "vitest";
import type { FieldChange } from "../api/types";
import { eventOf, factKindOf, worthTelling } from "./record-fields";

const change = (field: string, before: unknown, after: unknown) => ({ field, before, after }) as FieldChange;

describe("records in the history", () => {
  it("say what happened to them in one word", () => {
    expect(eventOf({ isNew: true, fields: [] })).toBe("entered");
    expect(eventOf({ isNew: false, fields: [change("holder", "a", "b")] })).toBe("corrected");
    expect(eventOf({ isNew: false, fields: [change("withdrawn", false, true)] })).toBe("withdrawn");
    expect(eventOf({ isNew: false, fields: [change("withdrawn", true, false)] })).toBe("restored");
  });

  it("keep their keys and versions to themselves", () => {
    const fields = [change("id", null, 4), change("changeId", 1, 2), change("version", 1, 2), change("holder", null, "农商行"), change("causes", null, [])];

    expect(worthTelling(fields).map(({ field }) => field)).toEqual(["holder"]);
  });

  it("of single days tell their kind themselves", () => {
    expect(factKindOf({ kind: "land_fact", fields: [change("kind", null, "delivery")] })).toBe("delivery");
    expect(factKindOf({ kind: "land_fact", fields: [] })).toBeNull();
    expect(factKindOf({ kind: "money_line", fields: [] })).toBe("money");
    expect(factKindOf({ kind: "encumbrance", fields: [change("kind", null, "mortgage")] })).toBe("encumbrance");
  });
});
