import type { ParcelRow } from "../api/types";
import type { Messages } from "../i18n/messages-zh";

/** How a parcel is called in a sentence: its name, else its code, else its number in the register. */
export function parcelLabel(parcel: Pick<ParcelRow, "id" | "name" | "code">, t: Messages): string {
  return parcel.name ?? parcel.code ?? `${t.card.noName} #${parcel.id}`;
}
