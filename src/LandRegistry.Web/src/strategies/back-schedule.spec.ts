import { describe, expect, it } from "vitest";
import { backSchedule } from "./back-schedule";

describe("back schedule", () => {
  it("the last step ends on the end, each other the day before the next begins", () => {
    expect(backSchedule("2026-12-31", [10, 5, 1])).toEqual([
      { startBy: "2026-12-16", dueOn: "2026-12-25" },
      { startBy: "2026-12-26", dueOn: "2026-12-30" },
      { startBy: "2026-12-31", dueOn: "2026-12-31" },
    ]);
  });

  it("steps before one of unknown length have no days yet", () => {
    expect(backSchedule("2026-12-31", [3, null, 2])).toEqual([null, null, { startBy: "2026-12-30", dueOn: "2026-12-31" }]);
  });

  it("without an end nothing is scheduled", () => {
    expect(backSchedule(null, [1, 2])).toEqual([null, null]);
  });
});
