import { describe, expect, it } from "vitest";
import { pdfOf } from "./pdf-file";

async function made(): Promise<string> {
  const image = { width: 1, height: 1, deflated: new Uint8Array([1, 2, 3]) };
  const blob = pdfOf({ width: 297, height: 210, image, title: "闲置土地", texts: [{ text: "闲置 A3", x: 10, y: 20, size: 3, width: 12 }] });
  return [...new Uint8Array(await blob.arrayBuffer())].map((byte) => String.fromCharCode(byte)).join("");
}

describe("the PDF of a sheet", () => {
  it("has one page of the paper's size in points", async () => {
    const pdf = await made();

    expect(pdf.match(/\/Type \/Page\b[^s]/g)).toHaveLength(1);
    expect(pdf).toContain("/MediaBox [0 0 841.89 595.276]");
  });

  it("says where each of its objects begins", async () => {
    const pdf = await made();
    const table = pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)?.[1])).split("\n");

    expect(table[0]).toBe("xref");
    const offsets = table.filter((line) => line.endsWith(" n ")).map((line) => Number(line.slice(0, 10)));
    expect(offsets).toHaveLength(10);
    offsets.forEach((offset, index) => expect(pdf.slice(offset).startsWith(`${index + 1} 0 obj`), `object ${index + 1}`).toBe(true));
  });

  it("holds its texts, unseen, where they stand in the picture and as wide", async () => {
    const pdf = await made();

    expect(pdf).toContain("3 Tr");
    // Three millimetres are 8.504 points; six letters of that size would be 18 mm wide, and are 12.
    expect(pdf).toContain("/F0 8.504 Tf 80 Tz 1 0 0 1 28.346 538.583 Tm <95F27F6E0020004100330> Tj".replace("00330>", "0033>"));
    expect(pdf).toContain("<95F2> <95F2>");
  });
});
