import { describe, expect, it } from "vitest";
import { makeFormats, printPosition, today } from "./format";
import { messagesEn } from "./messages-en";
import { messagesZh } from "./messages-zh";

const zh = makeFormats("zh", messagesZh);
const en = makeFormats("en", messagesEn);

describe("printed values", () => {
  it("an unknown value is called unknown, zero is zero", () => {
    expect(zh.muWithUnit(null)).toBe("未填");
    expect(en.yuan(undefined)).toBe("Not recorded");
    expect(en.text("  ")).toBe("Not recorded");
    expect(zh.muWithUnit(0)).toBe("0.00 亩");
    expect(zh.yuan(0)).toBe("0 万元");
  });

  it("areas print in mu and hectares", () => {
    expect(zh.muWithUnit(20_000)).toBe("30.00 亩");
    expect(zh.hectaresWithUnit(20_000)).toBe("2.0000 公顷");
    expect(en.muWithUnit(2_000_000)).toBe("3,000 mu");
  });

  it("money prints in the steps of the language", () => {
    expect(zh.yuan(12_345_600)).toBe("1,234.56 万元");
    expect(zh.yuan(44_655_000_000)).toBe("446.55 亿元");
  });

  it("in English money takes the step of its size and keeps three figures", () => {
    expect(en.yuan(101_000)).toBe("101 thousand yuan");
    expect(en.yuan(0)).toBe("0 yuan");
    expect(en.yuan(850.5)).toBe("851 yuan");
    expect(en.yuan(999_600)).toBe("1 million yuan");
    expect(en.yuan(12_345_600)).toBe("12.3 million yuan");
    expect(en.yuan(-44_655_000_000)).toBe("-44.7 billion yuan");
  });

  it("a calendar date is the same day in every time zone", () => {
    expect(zh.date("2024-02-29")).toBe("2024-02-29");
    expect(en.date("2024-02-29")).toBe("29 Feb 2024");
  });

  it("a date that is none is printed as it came", () => {
    expect(zh.date("soon")).toBe("soon");
  });

  it("today is the day in China, wherever the browser is", () => {
    expect(today(new Date("2026-01-05T15:59:00Z"))).toBe("2026-01-05");
    expect(today(new Date("2026-01-05T16:00:00Z"))).toBe("2026-01-06");
    expect(zh.moment("2026-01-05T16:00:00Z")).toBe("2026-01-06 00:00");
  });

  it("positions name their hemisphere", () => {
    expect(printPosition([107.8625, -31.08])).toBe("107.86250°E  31.08000°S");
  });
});
