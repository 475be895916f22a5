import { describe, expect, it } from "vitest";
import { dossierName, dossierPath } from "./dossier-file";

describe("a dossier", () => {
  it("is asked for with its parcels in their order", () => {
    expect(dossierPath([7, 3], { format: "docx", language: "en" })).toBe("/api/dossiers?parcel=7&parcel=3&format=docx&language=en");
  });

  it("is named after its parcel, or after how many there are", () => {
    expect(dossierName([7], { format: "pdf", language: "zh" }, "2026-05-01")).toBe("dossier-7-2026-05-01-zh.pdf");
    expect(dossierName([7, 3], { format: "pdf", language: "zh" }, "2026-05-01")).toBe("dossier-2-parcels-2026-05-01-zh.pdf");
  });
});
