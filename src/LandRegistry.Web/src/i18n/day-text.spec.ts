import { describe, expect, it } from "vitest";
import { dayFault, readDay } from "./day-text";

describe("typed days", () => {
  it("are read in every form that the screen prints", () => {
    for (const typed of ["2026-04-06", "2026/4/6", "2026.4.6", "2026年4月6日", "20260406", "6 Apr 2026", " 06 april 2026 "]) {
      expect(readDay(typed), typed).toBe("2026-04-06");
    }
  });

  it("that the calendar does not have are none", () => {
    for (const typed of ["", "soon", "2026-02-30", "2026-13-01", "31 Apr 2026", "6 Abc 2026", "2026-4", "26-04-06"]) {
      expect(readDay(typed), typed).toBeNull();
    }
  });

  it("are told apart: unreadable, too early, too late", () => {
    expect(dayFault("2026-02-30", {})).toBe("unreadable");
    expect(dayFault("2026-04-05", { from: "2026-04-06" })).toBe("tooEarly");
    expect(dayFault("2026-04-07", { to: "2026-04-06" })).toBe("tooLate");
    expect(dayFault("2026-04-06", { from: "2026-04-06", to: "2026-04-06" })).toBe("none");
    expect(dayFault(null, { to: "2026-04-06" })).toBe("none");
  });
});
