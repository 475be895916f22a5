import { describe, expect, it } from "vitest";
import { messagesZh } from "../i18n/messages-zh";
import { daysText, readBehind, toRows } from "./behind";

describe("the rows behind a figure", () => {
  it("are read from the address that a link to them has", () => {
    for (const [of, key] of [["age", "3"], ["load", "演示干部一"], ["use", null], ["released", null]] as const) {
      expect(readBehind(toRows(of, key).particulars ?? {})).toEqual({ of, key });
    }
  });

  it("are none where the address names no figure", () => {
    expect(readBehind({})).toBeNull();
    expect(readBehind({ of: "strategies", kind: "1" })).toBeNull();
  });

  it("say few days as days and many as months", () => {
    expect(daysText(59, messagesZh)).toBe("59 天");
    expect(daysText(365, messagesZh)).toBe("12.0 个月");
    expect(daysText(null, messagesZh)).toBeNull();
  });
});
