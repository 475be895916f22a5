import { describe, expect, it } from "vitest";
import { filterQuery, NO_FILTERS } from "../view/filters";
import { exportQuery, systemsOf, zoneOf, type ExportChoice } from "./export-query";

const CHOICE: ExportChoice = { format: "shp", columns: "screen", crs: "4526", encoding: "GBK", values: "codes" };

describe("the query of an export", () => {
  it("has the filter, the day and the order on screen", () => {
    const query = exportQuery(CHOICE, filterQuery({ ...NO_FILTERS, statuses: ["idle"], zones: [3] }, "2026-01-31"), "-area", "en");
    expect(query.getAll("status")).toEqual(["idle"]);
    expect(query.get("zone")).toBe("3");
    expect(query.get("asOf")).toBe("2026-01-31");
    expect(query.get("sort")).toBe("-area");
    expect(query.get("crs")).toBe("4526");
    expect(query.get("encoding")).toBe("GBK");
    expect(query.getAll("column")[0]).toBe("status");
  });

  it("leaves out what a format decides for itself", () => {
    const query = exportQuery({ ...CHOICE, format: "geojson", columns: "all" }, filterQuery(NO_FILTERS, null), "code", "zh");
    expect([query.has("crs"), query.has("encoding"), query.has("column")]).toEqual([false, false, false]);
  });
});

describe("coordinate systems", () => {
  it("know their zone and whether its number stands before the easting", () => {
    expect(zoneOf("4526")).toEqual({ zone: 38, isPrefixed: true });
    expect(zoneOf("4547")).toEqual({ zone: 38, isPrefixed: false });
    expect(zoneOf("4490")).toBeNull();
    expect(zoneOf("zone")).toBeNull();
  });

  it("of a boundary file are zones only", () => {
    expect(systemsOf("txt")[0]).toBe("zone-prefixed");
    expect(systemsOf("txt")).not.toContain("4490");
    expect(systemsOf("kml")).toEqual(["4490"]);
  });
});
