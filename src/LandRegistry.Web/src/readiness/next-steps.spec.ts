import { describe, expect, it } from "vitest";
import type { Fact } from "../api/types";
import { nextSteps } from "./next-steps";

const DAY = "2026-11-21";

function fact(kind: string, id: number, fields: Fact["fields"] = {}, withdrawn = false): Fact {
  return { id, kind, name: { zh: kind, en: kind }, parcelId: 1, fields, withdrawn, version: 1, change: null, document: null, scan: null, photos: [] };
}

const mortgage = fact("encumbrance", 7, { type: "mortgage", registeredOn: "2025-01-01", releasedOn: null });

describe("what to do next about an item of readiness", () => {
  it("an item that holds asks for nothing", () => {
    expect(nextSteps({ code: "clear-right", state: "holds" }, [], DAY)).toEqual([]);
  });

  it("a standing mortgage asks for its release, not for a second one", () => {
    expect(nextSteps({ code: "clear-right", state: "blocked" }, [mortgage], DAY)).toEqual([{ kind: "correct", factKind: "encumbrance", factId: 7, preset: { releasedOn: DAY } }]);
  });

  it("what was withdrawn, released, or weighs on another item is passed over", () => {
    const others = [{ ...mortgage, withdrawn: true }, fact("encumbrance", 8, { type: "seizure", releasedOn: DAY }), fact("encumbrance", 9, { type: "court" })];

    expect(nextSteps({ code: "clear-right", state: "unknown" }, others, DAY).map((step) => step.factKind)).toEqual(["title_search", "right_registered"]);
  });

  it("asks only for what is not recorded yet", () => {
    expect(nextSteps({ code: "clear-right", state: "unknown" }, [fact("title_search", 1)], DAY).map((step) => step.factKind)).toEqual(["right_registered"]);
    expect(nextSteps({ code: "soil-survey", state: "blocked" }, [fact("former_use", 1)], DAY).map((step) => step.factKind)).toEqual(["soil_survey"]);
  });

  it("open compensation asks for a settlement, an unread ledger for a look", () => {
    expect(nextSteps({ code: "compensation-settled", state: "blocked" }, [], DAY)).toEqual([{ kind: "enter", factKind: "money", preset: { type: "compensation_settled", onDay: DAY } }]);
    expect(nextSteps({ code: "compensation-settled", state: "unknown" }, [], DAY)).toEqual([{ kind: "enter", factKind: "compensation_search" }]);
  });

  it("an item of a newer law has no form yet, and breaks nothing", () => {
    expect(nextSteps({ code: "archaeology", state: "blocked" }, [], DAY)).toEqual([]);
  });
});
