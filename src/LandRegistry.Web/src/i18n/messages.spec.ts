import { describe, expect, it } from "vitest";
import { messagesEn } from "./messages-en";
import { messagesZh } from "./messages-zh";

function leaves(table: unknown, path = ""): Map<string, unknown> {
  if (typeof table !== "object" || table === null) return new Map([[path, table]]);
  return new Map(Object.entries(table).flatMap(([key, value]) => [...leaves(value, path === "" ? key : `${path}.${key}`)]));
}

const zh = leaves(messagesZh);
const en = leaves(messagesEn);
// The Latin name stands beside the Chinese one only; in English the product name says it already.
const mayBeEmpty = new Set(["product.latin"]);

describe("message tables", () => {
  it("have the same keys in both languages", () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it("have the same kind of text under each key, with the same number of blanks to fill", () => {
    for (const [key, text] of zh) {
      const other = en.get(key);
      expect(typeof other, key).toBe(typeof text);
      if (typeof text === "function") expect((other as () => string).length, key).toBe(text.length);
    }
  });

  it("leave no text empty", () => {
    for (const [key, text] of [...zh, ...en]) {
      if (!mayBeEmpty.has(key)) expect(text, key).not.toBe("");
    }
  });

  it("keep Chinese out of the English table", () => {
    for (const [key, text] of en) {
      if (typeof text === "string") expect(text, key).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
