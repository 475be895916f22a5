import type { Wording } from "../wording";
import type { dossiersZh } from "../zh/dossiers";

export const dossiersEn: Wording<typeof dossiersZh> = {
  make: "Dossier",
  makeOf: (count: string) => `Dossier (${count})`,
  hint: "Make the dossier for investors (PDF), without internal facts",
  others: "Other formats and languages",
  none: "Tick parcels first",
  tooMany: (most: string) => `A dossier takes ${most} parcels at most`,
  gone: "One of the parcels is not in the register any more",
  choices: { "pdf-zh": "PDF (Chinese)", "pdf-en": "PDF (English)", "docx-zh": "Word (Chinese)", "docx-en": "Word (English)" },
};
