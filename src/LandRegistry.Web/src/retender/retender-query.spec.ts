import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../view/filters";
import { isNarrowed, mapFilters, readChoice, retenderQuery } from "./retender-query";

describe("what the re-tender list is asked for", () => {
  it("is the ready part by zone where nothing was chosen", () => {
    const choice = readChoice({});

    expect(choice).toMatchObject({ section: "ready", group: "zone", since: null, settled: [] });
    expect(retenderQuery(choice, NO_FILTERS).toString()).toBe("section=ready&sort=code");
  });

  it("leaves out what the address holds and no list knows", () => {
    const choice = readChoice({ section: "lost", since: "2026-02-30", most: "99", blocker: "clear-right,luck", order: "name" });

    expect(choice).toMatchObject({ section: "ready", since: null, most: null, blockers: ["clear-right"], order: "code" });
  });

  it("groups what blocks by blocker, unless told otherwise", () => {
    expect(readChoice({ section: "blocked" }).group).toBe("blocker");
    expect(readChoice({ section: "blocked", group: "use" }).group).toBe("use");
  });

  it("names a scenario by its day and its items, and leaves status and hold to the part", () => {
    const choice = readChoice({ section: "ready", by: "2026-06-30", settled: "site-conditions,soil-survey" });

    const query = retenderQuery(choice, { ...NO_FILTERS, statuses: ["idle"], onHold: true, zones: [3] });

    expect(query.toString()).toBe("zone=3&section=ready&settled=site-conditions&settled=soil-survey&by=2026-06-30&sort=code");
  });

  it("goes to the map by the status, hold and readiness that make a part", () => {
    const filters = { ...NO_FILTERS, statuses: ["idle"] as const, zones: [3] };

    expect(mapFilters(readChoice({}), filters)).toMatchObject({ statuses: ["reserved", "ready"], onHold: false, readiness: ["ready"], blockers: [], zones: [3] });
    expect(mapFilters(readChoice({ section: "blocked", blocker: "clear-right" }), filters)).toMatchObject({ readiness: ["blocked", "unknown"], blockers: ["clear-right"] });
    expect(isNarrowed(readChoice({ section: "sold" }))).toBe(false);
    expect(isNarrowed(readChoice({ since: "2026-05-01" }))).toBe(true);
  });
});
