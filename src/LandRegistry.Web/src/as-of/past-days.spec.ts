import { describe, expect, it } from "vitest";
import { usualPastDays } from "./past-days";

const dayOf = (today: string, key: string) => usualPastDays(today).find((day) => day.key === key)?.day;

describe("usual past days", () => {
  it("are the last days of the periods before", () => {
    expect(dayOf("2026-11-21", "lastMonthEnd")).toBe("2026-10-31");
    expect(dayOf("2026-11-21", "lastQuarterEnd")).toBe("2026-09-30");
    expect(dayOf("2026-11-21", "lastYearEnd")).toBe("2025-12-31");
    expect(dayOf("2026-11-21", "aYearAgo")).toBe("2025-11-21");
  });

  it("name a day once, where periods end together", () => {
    expect(usualPastDays("2026-01-15").map(({ day }) => day)).toEqual(["2025-12-31", "2025-01-15"]);
  });

  it("a leap day a year ago is the last of February", () => {
    expect(dayOf("2024-02-29", "aYearAgo")).toBe("2023-02-28");
  });
});
