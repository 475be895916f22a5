import { describe, expect, it } from "vitest";
import { pagesFor } from "./pages-for";

describe("pages for a person", () => {
  it("are those of the register for whoever may read, and administration for whoever administers", () => {
    expect(pagesFor(["sign_in", "read"])).not.toContain("admin");
    expect(pagesFor(["sign_in", "read"])[0]).toBe("map");
    expect(pagesFor(["sign_in", "manage_people"])).toEqual(["admin"]);
    expect(pagesFor(["read", "read_audit"])).toContain("admin");
    expect(pagesFor(["run_server"])).toEqual(["admin"]);
  });

  it("that write are offered only with the right to", () => {
    expect(pagesFor(["read"])).not.toContain("imports");
    expect(pagesFor(["read", "import"])).toContain("imports");
  });

  it("are those of the register while it is not known who asks", () => {
    expect(pagesFor(undefined)).toContain("map");
    expect(pagesFor(undefined)).not.toContain("admin");
  });
});
