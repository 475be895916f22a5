import { describe, expect, it } from "vitest";
import { formFor, isAhead, stagesAhead } from "./case-stages";

describe("the way of a case", () => {
  it("shows the next few stages", () => {
    expect(stagesAhead("investigating")).toEqual(["determined", "plan_drafted", "approved"]);
    expect(stagesAhead("completed")).toEqual(["at_capacity"]);
  });

  it("leads on, not back and not out", () => {
    expect(isAhead("investigating", "determined")).toBe(true);
    expect(isAhead("approved", "plan_drafted")).toBe(false);
    expect(isAhead("investigating", "not_idle")).toBe(false);
  });

  it("ends at the exits", () => {
    expect(stagesAhead("not_idle")).toEqual([]);
    expect(stagesAhead("closed_out")).toEqual([]);
  });
});

describe("the form that answers a refusal", () => {
  it("a missing paper is recorded as that paper", () => {
    expect(formFor("case-document-missing", "investigating")).toEqual({ kind: "document", document: "investigation-notice" });
    expect(formFor("case-document-missing", "determined")).toEqual({ kind: "document", document: "determination" });
    expect(formFor("hearing-notice-missing", "disposing")).toEqual({ kind: "document", document: "hearing-notice" });
  });

  it("a missing event is recorded as that event", () => {
    expect(formFor("mortgagee-not-told", "approved")).toEqual({ kind: "milestone", milestone: "mortgagee_told" });
    expect(formFor("still-published", "disposed")).toEqual({ kind: "milestone", milestone: "withdrawn" });
  });

  it("what the law forbids has no form", () => {
    expect(formFor("kind-b-not-fined", "plan_drafted")).toBeNull();
    expect(formFor("fee-too-early", "plan_drafted")).toBeNull();
  });
});
