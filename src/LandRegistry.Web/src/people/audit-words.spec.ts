import { describe, expect, it } from "vitest";
import { textsOf } from "../i18n/language-context";
import { auditWords } from "./audit-words";

const { t: zh } = textsOf("zh");
const { t: en } = textsOf("en");

describe("the words of the audit trail", () => {
  it("are the reader's", () => {
    expect(auditWords({ action: "change", what: "MarkStatus", details: null }, zh)).toBe("标注状态");
    expect(auditWords({ action: "sign_in_failed", what: "password", details: null }, zh)).toBe("密码不正确");
    expect(auditWords({ action: "people", what: "add wang", details: null }, en)).toBe("Added wang");
    expect(auditWords({ action: "people", what: "end sessions of 7", details: null }, zh)).toBe("结束用户 7 的全部会话");
    expect(auditWords({ action: "people", what: "password", details: null }, en)).toBe("Changed the own password");
  });

  it("of a sensitive read say what was read", () => {
    expect(auditWords({ action: "read", what: "/api/parcels/7/facts", details: '["read_phones","read_money"]' }, zh)).toBe("查看电话、查看金额 · /api/parcels/7/facts");
  });

  it("stay as they were written where there are none", () => {
    expect(auditWords({ action: "read", what: "GET /api/parcels/7", details: null }, zh)).toBe("GET /api/parcels/7");
    expect(auditWords({ action: "people", what: "additional", details: null }, zh)).toBe("additional");
  });

  it("are the same commands in both languages", () => {
    expect(Object.keys(en.commands)).toEqual(Object.keys(zh.commands));
    expect(Object.keys(en.people.trail.people)).toEqual(Object.keys(zh.people.trail.people));
  });
});
