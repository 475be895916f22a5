import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "./filters";
import { formatView, parseView, type View } from "./view-url";

const full: View = {
  page: "cases",
  asOf: "2025-12-31",
  comparedWith: "2024-12-31",
  basemap: "aerial",
  layers: ["7", "graticule"],
  filters: {
    statuses: ["idle", "ready"],
    zones: [3, 12],
    uses: ["0601", "05/08"],
    minAreaMu: 0.5,
    maxAreaMu: 120,
    onHold: true,
    officers: ["李工", ""],
    causes: ["government"],
    due: "overdue",
    dueFrom: null,
    dueTo: null,
    readiness: ["ready", "unknown"],
    blockers: ["clear-right"],
    text: "协力 & 生物",
  },
  sort: "-area",
  selected: 42,
  tab: "case",
  camera: { zoom: 13.25, centre: [107.8625, 31.08012] },
  onlyInMapView: true,
  savedView: 12,
  language: "en",
  particulars: { stage: "investigating", within: "30" },
};

describe("view and address", () => {
  it("a view comes back from its address unchanged", () => {
    expect(parseView(formatView(full))).toEqual(full);
  });

  it("the plain view has a bare address", () => {
    const plain: View = {
      page: "map",
      asOf: null,
      comparedWith: null,
      basemap: null,
      layers: [],
      filters: NO_FILTERS,
      sort: "code",
      selected: null,
      tab: null,
      camera: null,
      onlyInMapView: false,
      savedView: null,
      language: null,
      particulars: {},
    };

    expect(formatView(plain)).toBe("");
    expect(parseView("")).toEqual(plain);
  });

  it("the address stays readable", () => {
    expect(formatView({ ...full, filters: { ...NO_FILTERS, statuses: ["idle", "ready"] } })).toContain("status=idle,ready");
    expect(formatView(full)).toContain("map=13.25/107.86250/31.08012");
  });

  it("what cannot be understood is left out", () => {
    const view = parseView("?status=idle,nonsense&zone=x,-1,7&min=abc&max=&hold=maybe&sort=price&parcel=1e99&map=3/200/95&lang=fr");

    expect(view.filters).toEqual({ ...NO_FILTERS, statuses: ["idle"], zones: [7] });
    expect(view).toMatchObject({ sort: "code", selected: null, camera: null, language: null });
  });

  it("an unknown page is the map, and a day that no calendar has is now", () => {
    expect(parseView("?page=nowhere&asOf=2025-02-30")).toMatchObject({ page: "map", asOf: null });
    expect(parseView("?asOf=31.12.2025").asOf).toBeNull();
    expect(parseView("?page=today&asOf=2025-12-31")).toMatchObject({ page: "today", asOf: "2025-12-31" });
  });

  it("a run of days in which something is due is kept in its order, and not beside a distance", () => {
    expect(parseView("?dueFrom=2026-11-01&dueTo=2026-11-30").filters).toMatchObject({ due: null, dueFrom: "2026-11-01", dueTo: "2026-11-30" });
    expect(parseView("?dueFrom=2026-12-01&dueTo=2026-11-30").filters).toMatchObject({ dueFrom: null, dueTo: null });
    expect(parseView("?due=week&dueTo=2026-11-30").filters).toMatchObject({ due: "week", dueTo: null });
  });

  it("an empty map position is not the Gulf of Guinea", () => {
    expect(parseView("?map=").camera).toBeNull();
    expect(parseView("?map=10//").camera).toBeNull();
  });
});
