import { describe, expect, it } from "vitest";
import type { FactKind } from "../api/types";
import { groupKinds, groupOf } from "./fact-groups";

const kind = (code: string): FactKind => ({ code, name: { zh: code, en: code }, fields: [] });

describe("groups of facts", () => {
  it("stand in the order of a parcel's life, whatever order the law names the kinds in", () => {
    const groups = groupKinds(["stoppage", "delivery", "contract", "actual_start"].map(kind));

    expect(groups.map(({ group }) => group)).toEqual(["agreement", "works"]);
    expect(groups[0]?.kinds.map(({ code }) => code)).toEqual(["contract", "delivery"]);
    expect(groups[1]?.kinds.map(({ code }) => code)).toEqual(["actual_start", "stoppage"]);
  });

  it("lose no kind that a newer law brings", () => {
    expect(groupOf("archaeology")).toBe("other");
    expect(groupKinds([kind("archaeology")]).map(({ group }) => group)).toEqual(["other"]);
  });
});
