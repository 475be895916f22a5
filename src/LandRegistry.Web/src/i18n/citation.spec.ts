import { describe, expect, it } from "vitest";
import { printCitation } from "./citation";

describe("citations", () => {
  it("name the law and count its articles as the reader does", () => {
    expect(printCitation("Order 53 Article 5", "zh")).toBe("《闲置土地处置办法》第五条");
    expect(printCitation("Order 53 Article 10", "zh")).toBe("《闲置土地处置办法》第十条");
    expect(printCitation("Order 53 Article 12", "zh")).toBe("《闲置土地处置办法》第十二条");
    expect(printCitation("Order 53 Articles 12, 14", "zh")).toBe("《闲置土地处置办法》第十二条、第十四条");
    expect(printCitation("Order 53 Article 30", "zh")).toBe("《闲置土地处置办法》第三十条");
    expect(printCitation("Order 53 Article 5", "en")).toBe("Order 53 Article 5");
  });

  it("of another form are printed as they came", () => {
    expect(printCitation("Land Administration Law Article 38", "zh")).toBe("Land Administration Law Article 38");
  });
});
