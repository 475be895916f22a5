import { describe, expect, it } from "vitest";
import { COLUMN_CODES, parseColumns, USUAL_COLUMNS } from "./chosen-columns";

describe("remembered columns", () => {
  it("come back in the order of the list, without those that it has no more", () => {
    expect(parseColumns('{"ready":["price","name","gone"]}')).toEqual({ ready: ["name", "price"] });
  });

  it("are forgotten where nothing readable was kept", () => {
    expect(parseColumns(null)).toEqual({});
    expect(parseColumns("7{")).toEqual({});
    expect(parseColumns('{"ready":"name"}')).toEqual({ ready: [] });
  });

  it("begin with columns that the list has", () => {
    for (const codes of Object.values(USUAL_COLUMNS)) expect(codes.every((code) => COLUMN_CODES.includes(code))).toBe(true);
  });
});
