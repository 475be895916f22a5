import { describe, expect, it } from "vitest";
import type { FactField } from "../api/types";
import { textsOf } from "../i18n/language-context";
import { plainLabel, printValue, summaryLine, unitOf } from "./print-fact";

const zh = textsOf("zh");
const en = textsOf("en");

function field(name: string, type: string, label = { zh: name, en: name }, choices: FactField["choices"] = null): FactField {
  return { name, type, label, required: false, mayBeFuture: false, least: null, most: null, choices };
}

const type = field("type", "code", { zh: "类型", en: "Type" }, [{ code: "mortgage", name: { zh: "抵押", en: "Mortgage" } }]);
const amount = field("amountYuan", "number", { zh: "金额（元）", en: "Amount, yuan" });

describe("values of facts", () => {
  it("codes are printed by the law's names, in the reader's language", () => {
    expect(printValue(type, "mortgage", zh)).toBe("抵押");
    expect(printValue(type, "mortgage", en)).toBe("Mortgage");
    expect(printValue(type, "newer", zh)).toBe("newer");
  });

  it("money is printed in 万元, areas in mu, shares in percent", () => {
    expect(printValue(amount, 12_345_600, zh)).toBe("1,234.56 万元");
    expect(printValue(field("developedAreaSquareMetres", "number"), 2000 / 3, zh)).toBe("1.00 亩");
    expect(printValue(field("buildingDensityMax", "number"), 0.45, zh)).toBe("45%");
    expect(printValue(field("civilWorksPercent", "number"), 45, zh)).toBe("45%");
  });

  it("what is unknown is said so, never 0", () => {
    expect(printValue(amount, null, zh)).toBe("未填");
    expect(printValue(amount, undefined, en)).toBe("Not recorded");
    expect(printValue(amount, 0, zh)).toBe("0 万元");
  });

  it("units are told by the names of fields", () => {
    expect(unitOf({ name: "taxPerMuYuan" })).toBe("yuan");
    expect(unitOf({ name: "greenRatioMin" })).toBe("share");
    expect(unitOf({ name: "floorAreaRatioMin" })).toBeNull();
    expect(unitOf({ name: "heightMaxMetres" })).toBe("metres");
  });

  it("labels lose the unit that the value carries", () => {
    expect(plainLabel(amount.label)).toEqual({ zh: "金额", en: "Amount" });
    expect(plainLabel({ zh: "建筑密度上限（0—1）", en: "Greatest building density, 0 to 1" })).toEqual({ zh: "建筑密度上限", en: "Greatest building density" });
  });

  it("a line says what a fact is, without its day and its evidence", () => {
    const kind = { code: "encumbrance", name: { zh: "权利负担", en: "Encumbrance" }, fields: [type, field("holder", "text"), field("registeredOn", "day"), amount, field("note", "longText")] };

    expect(summaryLine(kind, { type: "mortgage", holder: "农商行", registeredOn: "2026-01-01", amountYuan: 5_000_000, note: "见合同" }, zh)).toBe("抵押 · 农商行 · 金额 500 万元");
  });
});
