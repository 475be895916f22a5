import { describe, expect, it } from "vitest";
import type { FactField, FactKind } from "../api/types";
import { dayOf, differences, toBody, toEntered } from "./fact-values";

function field(name: string, type: string): FactField {
  return { name, type, label: { zh: name, en: name }, required: false, mayBeFuture: false, least: null, most: null, choices: null };
}

const mortgage: FactKind = {
  code: "encumbrance",
  name: { zh: "权利负担", en: "Encumbrance" },
  fields: [field("type", "code"), field("holder", "text"), field("registeredOn", "day"), field("releasedOn", "day"), field("note", "longText")],
};
const recorded = { type: "mortgage", holder: "农商行", registeredOn: "2024-02-29", releasedOn: null };

describe("facts and forms", () => {
  it("a fact comes back from its form unchanged", () => {
    expect(toBody(mortgage, toEntered(mortgage, recorded))).toEqual({ ...recorded, note: null });
  });

  it("what was left empty or blank is unknown, never an empty text", () => {
    const body = toBody(mortgage, { type: "mortgage", holder: "  ", registeredOn: undefined });

    expect(body).toEqual({ type: "mortgage", holder: null, registeredOn: null, releasedOn: null, note: null });
  });

  it("a day stays the day that was chosen", () => {
    expect(toBody(mortgage, { registeredOn: "2026-03-01" })["registeredOn"]).toBe("2026-03-01");
  });

  it("a fact that says nothing of a field and one that says null are the same", () => {
    expect(differences(mortgage, recorded, { ...recorded, note: null })).toEqual([]);
    expect(differences(mortgage, recorded, { ...recorded, releasedOn: "2026-01-05" })).toEqual(["releasedOn"]);
  });

  it("is put in order by the first day of its kind", () => {
    expect(dayOf(mortgage, recorded)).toBe("2024-02-29");
    expect(dayOf(mortgage, {})).toBeNull();
  });
});
