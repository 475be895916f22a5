import { describe, expect, it } from "vitest";
import { parseChange } from "./event-stream";

describe("change events", () => {
  it("a change names its parcels, its doer and its box", () => {
    const change = { changeId: 5, command: "MarkStatus", actor: "李雷", parcels: [1, 2], many: false, bbox: [107, 31, 108, 32] };

    expect(parseChange(JSON.stringify(change))).toEqual(change);
  });

  it("a change of very many parcels lists none", () => {
    expect(parseChange('{"changeId":6,"parcels":[],"many":true,"bbox":null}')).toMatchObject({ parcels: [], many: true, bbox: null });
  });

  it("a server that lost count asks for everything anew", () => {
    expect(parseChange('{"changeId":null,"many":true,"parcels":[],"bbox":null}')).toMatchObject({ changeId: null, many: true, actor: "" });
  });

  it("what is no change is passed over", () => {
    expect(parseChange("")).toBeNull();
    expect(parseChange("null")).toBeNull();
    expect(parseChange('{"hello":1}')).toBeNull();
  });
});
