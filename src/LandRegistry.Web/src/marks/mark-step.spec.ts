import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../view/filters";
import { stepOf, type Entered } from "./mark-step";

const entered: Entered = { to: "suspected", effectiveDate: "2026-06-01", idleKind: "A", until: "2026-12-31", officer: " 李工 ", note: "  ", reason: " 排查 " };
const named = { kind: "named", ids: new Set([9, 3]) } as const;

describe("a step on many parcels", () => {
  it("says what its action says and nothing of the others", () => {
    expect(stepOf("status", entered, named).mark).toEqual({ status: { to: "suspected", effectiveDate: "2026-06-01" }, reason: "排查" });
    expect(stepOf("hold", entered, named).mark).toEqual({ hold: { until: "2026-12-31" }, reason: "排查" });
    expect(stepOf("release", entered, named).mark).toEqual({ release: true, reason: "排查" });
    expect(stepOf("officer", entered, named).mark).toEqual({ officer: { name: "李工" }, reason: "排查" });
  });

  it("an empty officer takes the responsibility away", () => {
    expect(stepOf("officer", { ...entered, officer: "" }, named).mark.officer).toEqual({ name: null });
  });

  it("a note goes with any action", () => {
    expect(stepOf("release", { ...entered, note: "查档" }, named).mark).toMatchObject({ release: true, note: "查档" });
    expect(stepOf("note", { ...entered, note: "查档" }, named).mark).toEqual({ note: "查档", reason: "排查" });
  });

  it("named parcels go in order; a filter goes as itself, never as its parcels", () => {
    expect(stepOf("release", entered, named)).toMatchObject({ query: null, parcels: [3, 9] });
    expect(stepOf("release", entered, { kind: "filter", filters: NO_FILTERS, query: "status=idle" })).toMatchObject({ query: "status=idle", parcels: null });
  });
});
