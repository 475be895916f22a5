import { describe, expect, it } from "vitest";
import { isWorthKeeping, parseProblem, unreachableProblem } from "./problem";

describe("problem bodies", () => {
  it("a refusal keeps its code, both languages and the article it cites", () => {
    const problem = parseProblem(409, {
      code: "move-refused",
      title: "Refused",
      titleZh: "不允许",
      detail: "Why",
      detailZh: "原因",
      article: "Order 53 Art 25",
    });

    expect(problem).toMatchObject({ status: 409, code: "move-refused", titleZh: "不允许", detailZh: "原因", article: "Order 53 Art 25" });
  });

  it("all faults of a malformed request are read, and nonsense among them is left out", () => {
    const problem = parseProblem(400, { faults: [{ field: "reason", message: "Required" }, null, { field: "to" }] });

    expect(problem.faults).toEqual([{ field: "reason", message: "Required", messageZh: null }]);
  });

  it("a stale version carries the parcel as it now stands", () => {
    const problem = parseProblem(412, { current: { id: 7, version: 3, status: "idle" } });

    expect(problem.current?.version).toBe(3);
  });

  it("a body that is not a problem still names the HTTP status", () => {
    expect(parseProblem(502, "<html>")).toMatchObject({ status: 502, code: "http-502", current: null });
    expect(parseProblem(500, null).title).toBe("HTTP 500");
  });

  it("what may succeed later unchanged is kept, what a rule refused is not", () => {
    const kept = [unreachableProblem(), parseProblem(503, {}), parseProblem(401, {})].map(isWorthKeeping);
    const refused = [400, 404, 409, 412].map((status) => isWorthKeeping(parseProblem(status, {})));

    expect(kept).toEqual([true, true, true]);
    expect(refused).toEqual([false, false, false, false]);
  });
});
