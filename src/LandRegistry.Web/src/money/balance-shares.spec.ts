import { describe, expect, it } from "vitest";
import { sharesOf } from "./balance-shares";

describe("the bar of a balance", () => {
  it("shows what is settled and what was deferred of the rest", () => {
    expect(sharesOf({ dueYuan: 1000, settledYuan: 250 }, 500)).toEqual({ settled: "25.0%", deferred: "50.0%" });
  });

  it("is never longer than the whole", () => {
    expect(sharesOf({ dueYuan: 1000, settledYuan: 1500 }, 500)).toEqual({ settled: "100.0%", deferred: "0.0%" });
    expect(sharesOf({ dueYuan: 1000, settledYuan: 800 }, 500)).toEqual({ settled: "80.0%", deferred: "20.0%" });
  });

  it("divides nothing by nothing", () => {
    expect(sharesOf({ dueYuan: null, settledYuan: 0 }, 0)).toEqual({ settled: "0.0%", deferred: "0.0%" });
    expect(sharesOf({ dueYuan: 0, settledYuan: 10 }, 0)).toEqual({ settled: "100.0%", deferred: "0.0%" });
  });
});
