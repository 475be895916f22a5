import { describe, expect, it } from "vitest";
import { COLUMNS, nextSort, tableTracks } from "./table-columns";

describe("table columns", () => {
  it("all stand in the table, however narrow, status, code, name and area first", () => {
    expect(COLUMNS.slice(0, 4).map(({ key }) => key)).toEqual(["status", "code", "name", "area"]);
    expect(tableTracks("zh").template.split(/ (?![^(]*\))/)).toHaveLength(COLUMNS.length + 1);
  });

  it("the table is as wide as its checks, its columns and the gaps around them", () => {
    const widths = COLUMNS.reduce((sum, { least }) => sum + least, 0);

    expect(tableTracks("zh").width).toBe(widths + 24 + 16 * (COLUMNS.length + 2));
    expect(tableTracks("en").width).toBe(tableTracks("zh").width + 72);
  });

  it("a second click turns the order round", () => {
    expect(nextSort("code", "code")).toBe("-code");
    expect(nextSort("code", "-code")).toBe("code");
  });

  it("area and date start with the largest", () => {
    expect(nextSort("area", "code")).toBe("-area");
    expect(nextSort("updated", "code")).toBe("-updated");
    expect(nextSort("status", "-area")).toBe("status");
  });
});
