import { describe, expect, it } from "vitest";
import { printCitation, sourceLabel } from "./citation";

describe("citations", () => {
  it("name the law and count its articles as the reader does", () => {
    expect(printCitation("Order 53 Article 5", "zh")).toBe("《闲置土地处置办法》第五条");
    expect(printCitation("Order 53 Article 10", "zh")).toBe("《闲置土地处置办法》第十条");
    expect(printCitation("Order 53 Article 12", "zh")).toBe("《闲置土地处置办法》第十二条");
    expect(printCitation("Order 53 Articles 12, 14", "zh")).toBe("《闲置土地处置办法》第十二条、第十四条");
    expect(printCitation("Order 53 Article 30", "zh")).toBe("《闲置土地处置办法》第三十条");
    expect(printCitation("Order 53 Article 5", "en")).toBe("Order 53 Article 5");
  });

  it("name the paragraph and the item", () => {
    expect(printCitation("Order 53 Article 2 ¶1", "zh")).toBe("《闲置土地处置办法》第二条第一款");
    expect(printCitation("Order 53 Article 8(3)", "zh")).toBe("《闲置土地处置办法》第八条第（三）项");
    expect(printCitation("Order 53 Article 12 last ¶", "zh")).toBe("《闲置土地处置办法》第十二条最后一款");
  });

  it("know the other laws that readiness rests on", () => {
    expect(printCitation("Soil Pollution Law Article 59", "zh")).toBe("《土壤污染防治法》第五十九条");
    expect(printCitation("Standard Land Policy", "zh")).toBe("标准地政策");
  });

  it("of another form are printed as they came", () => {
    expect(printCitation("Land Administration Law Article 38", "zh")).toBe("Land Administration Law Article 38");
  });
});

describe("sources that name themselves twice", () => {
  const kinds = [{ zh: "交地确认", en: "Delivery confirmed" }];

  it("are read in one language, with their number", () => {
    expect(sourceLabel("出让合同 contract DEMO-2017-00011", "zh", kinds)).toBe("出让合同 DEMO-2017-00011");
    expect(sourceLabel("补充协议 supplementary agreement", "en", kinds)).toBe("Supplementary agreement");
    expect(sourceLabel("交地确认 Delivery confirmed", "zh", kinds)).toBe("交地确认");
  });

  it("and those in an officer's own words stay as they are", () => {
    expect(sourceLabel("国土局 GIS", "zh", kinds)).toBe("国土局 GIS");
    expect(sourceLabel("现场巡查", "en", kinds)).toBe("现场巡查");
  });
});
