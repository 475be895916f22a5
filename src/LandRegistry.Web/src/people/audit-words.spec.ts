import { describe, expect, it } from "vitest";
import { textsOf } from "../i18n/language-context";
import { auditWords } from "./audit-words";

const { t: zh } = textsOf("zh");
const { t: en } = textsOf("en");

describe("the words of the audit trail", () => {
  it("are the reader's", () => {
    expect(auditWords({ action: "change", what: "MarkStatus" }, zh)).toBe("标注状态");
    expect(auditWords({ action: "sign_in_failed", what: "password" }, zh)).toBe("密码不正确");
    expect(auditWords({ action: "people", what: "add wang" }, en)).toBe("Added wang");
    expect(auditWords({ action: "people", what: "end sessions of 7" }, zh)).toBe("结束用户 7 的全部会话");
    expect(auditWords({ action: "people", what: "password" }, en)).toBe("Changed the own password");
  });

  it("stay as they were written where there are none", () => {
    expect(auditWords({ action: "read", what: "GET /api/parcels/7" }, zh)).toBe("GET /api/parcels/7");
    expect(auditWords({ action: "people", what: "additional" }, zh)).toBe("additional");
  });

  it("are the same commands in both languages", () => {
    expect(Object.keys(en.commands)).toEqual(Object.keys(zh.commands));
    expect(Object.keys(en.people.trail.people)).toEqual(Object.keys(zh.people.trail.people));
  });
});
