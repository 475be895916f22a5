import type { Wording } from "../wording";
import type { documentsZh } from "../zh/documents";

export const documentsEn: Wording<typeof documentsZh> = {
  papers: "Documents",
  visits: "Inspections",
  enterPaper: "Record document",
  enterVisit: "Record inspection",
  noPapers: "No document yet",
  noVisits: "No inspection yet",
  noScan: "No scan yet",
  scan: "Scan",
  upload: "Upload scan",
  replace: "Replace",
  download: "Download scan",
  photo: "Photograph",
  addPhoto: "Add photo",
  unknownInspector: "Inspector not recorded",
  stored: (name) => `Stored: ${name}`,
  faults: { type: "Choose a PDF, PNG, JPEG or TIFF file", size: "The file exceeds 32 MB" },
};
