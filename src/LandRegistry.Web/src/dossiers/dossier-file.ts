import { getBytes } from "../api/http";
import { today } from "../i18n/format";
import type { Language } from "../view/view-url";
import { download } from "../ui/download";

/** So many parcels the server puts into one dossier. */
export const MOST_IN_DOSSIER = 30;

export const DOSSIER_FORMATS = ["pdf", "docx"] as const;

export interface DossierChoice {
  format: (typeof DOSSIER_FORMATS)[number];
  language: Language;
}

export function dossierPath(ids: readonly number[], { format, language }: DossierChoice): string {
  const query = new URLSearchParams(ids.map((id) => ["parcel", String(id)]));
  query.set("format", format);
  query.set("language", language);
  return `/api/dossiers?${query}`;
}

export function dossierName(ids: readonly number[], { format, language }: DossierChoice, day: string): string {
  return `dossier-${ids.length === 1 ? ids[0] : `${ids.length}-parcels`}-${day}-${language}.${format}`;
}

/** Has the server make a dossier and hands it to the user; false where a parcel is not in the register any more. */
export async function fetchDossier(ids: readonly number[], choice: DossierChoice): Promise<boolean> {
  const file = await getBytes(dossierPath(ids, choice));
  if (file !== null) download(file, dossierName(ids, choice, today()));
  return file !== null;
}
