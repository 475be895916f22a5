import { describe, expect, it } from "vitest";
import { usualFrom } from "./usual-from";

describe("the day that a comparison begins with", () => {
  it("lies before the day shown, however long ago that is", () => {
    expect(usualFrom("2025-05-31")).toBe("2024-12-31");
    expect(usualFrom("2025-01-01")).toBe("2024-12-31");
  });

  it("is never the day shown itself at the end of a year", () => {
    expect(usualFrom("2025-12-31")).toBe("2024-12-31");
  });
});
