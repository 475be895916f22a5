import { describe, expect, it } from "vitest";
import { columnsFor, nextSort } from "./table-columns";

describe("table columns", () => {
  it("a narrow table keeps status, code, name and area", () => {
    expect(columnsFor(600).map(({ key }) => key)).toEqual(["status", "code", "name", "area"]);
    expect(columnsFor(1600)).toHaveLength(9);
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
