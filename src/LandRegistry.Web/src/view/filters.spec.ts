import { describe, expect, it } from "vitest";
import { activeFilters, filterQuery, filtersBesides, NO_FILTERS, withoutFilter, type Filters } from "./filters";

const everything: Filters = {
  statuses: ["ready", "idle"],
  zones: [12, 3],
  uses: ["0601"],
  minAreaMu: 3,
  maxAreaMu: 30.5,
  onHold: false,
  officers: ["李工", ""],
  causes: ["holder"],
  due: null,
  dueFrom: "2026-11-01",
  dueTo: "2026-11-30",
  readiness: ["unknown", "blocked"],
  blockers: ["soil-survey", "clear-right"],
  text: "协力",
};

describe("filters as a query", () => {
  it("no filter asks for everything", () => {
    expect(filterQuery(NO_FILTERS, null).toString()).toBe("");
  });

  it("equal filters give equal addresses, whatever the order of clicks", () => {
    const clicked = { ...everything, statuses: ["idle", "ready"] as const, zones: [3, 12] };

    expect(filterQuery(clicked, null).toString()).toBe(filterQuery(everything, null).toString());
  });

  it("areas go out in square metres, lists as repeated parameters", () => {
    const query = filterQuery(everything, null);

    expect(query.getAll("status")).toEqual(["idle", "ready"]);
    expect(query.getAll("zone")).toEqual(["3", "12"]);
    expect(query.get("minArea")).toBe("2000");
    expect(query.get("maxArea")).toBe("20333.333");
    expect(query.get("onHold")).toBe("false");
    expect(query.getAll("officer")).toEqual(["-", "李工"]);
    expect(query.get("cause")).toBe("holder");
    expect(query.get("q")).toBe("协力");
    expect([query.get("due"), query.get("dueFrom"), query.get("dueTo")]).toEqual([null, "2026-11-01", "2026-11-30"]);
    expect(query.getAll("readiness")).toEqual(["blocked", "unknown"]);
    expect(query.getAll("blocker")).toEqual(["clear-right", "soil-survey"]);
  });

  it("a past day is asked for beside the filters", () => {
    expect(filterQuery(NO_FILTERS, "2025-12-31").toString()).toBe("asOf=2025-12-31");
  });

  it("the map view is a box west, south, east, north", () => {
    expect(filterQuery(NO_FILTERS, null, [107.1, 31.2, 107.3, 31.4]).get("bbox")).toBe("107.100000,31.200000,107.300000,31.400000");
  });
});

describe("filters that are on", () => {
  it("are listed, area as one", () => {
    expect(activeFilters(everything)).toEqual(["text", "statuses", "zones", "uses", "area", "onHold", "officers", "causes", "due", "readiness", "blockers"]);
    expect(activeFilters(NO_FILTERS)).toEqual([]);
  });

  it("each can be taken off alone", () => {
    const names = activeFilters(everything);

    names.forEach((name) => expect(activeFilters(withoutFilter(everything, name))).toEqual(names.filter((other) => other !== name)));
  });

  it("a count by status obeys all filters but status", () => {
    expect(filtersBesides(everything, "status")).toEqual({ ...everything, statuses: [] });
    expect(filtersBesides(everything, "zone").zones).toEqual([]);
    expect(filtersBesides(everything, "use").uses).toEqual([]);
    expect(filtersBesides(everything, "due")).toEqual({ ...everything, dueFrom: null, dueTo: null });
  });
});
