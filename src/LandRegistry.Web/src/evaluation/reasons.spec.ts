import { describe, expect, it } from "vitest";
import { withNames } from "./reasons";

describe("reasons for no grade", () => {
  it("name the figures in words", () => {
    const names = { tax_yuan: "Tax (yuan)", value_added_yuan: "Value added (yuan)" };

    expect(withNames("tax_yuan is not known", names)).toBe("Tax is not known");
    expect(withNames("value_added_yuan is not above zero", names)).toBe("Value added is not above zero");
    expect(withNames("缺少“tax_yuan”", { tax_yuan: "税收（元）" })).toBe("缺少“税收”");
  });

  it("a code without a name stays", () => {
    expect(withNames("new_figure is not known", {})).toBe("new_figure is not known");
  });
});
