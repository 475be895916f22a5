import type { FieldReturn, ReturnChoice, ReturnedParcel, ReturnedValue } from "../api/field-work";
import type { Side } from "../ui/conflict-table";

/** What was chosen so far, by parcel and field; "mine" is the field's. */
export type Choices = Readonly<Record<string, Side>>;

export function keyOf(parcel: ReturnedParcel, value: ReturnedValue): string {
  return `${parcel.parcelId}.${value.field}`;
}

/** Which side stands: chosen, or by itself; null while a choice is needed; undefined where there is nothing to choose. */
export function sideOf(parcel: ReturnedParcel, value: ReturnedValue, choices: Choices): Side | null | undefined {
  if (parcel.hasEnded || (value.outcome !== "field" && value.outcome !== "conflict")) return undefined;
  return choices[keyOf(parcel, value)] ?? (value.outcome === "field" ? "mine" : null);
}

/** Conflicts of which nothing was chosen. */
export function openConflicts(returned: FieldReturn, choices: Choices): number {
  return returned.parcels.reduce((sum, parcel) => sum + parcel.values.filter((value) => sideOf(parcel, value, choices) === null).length, 0);
}

/** Whether anything would be written. */
export function isAnythingTaken(returned: FieldReturn, choices: Choices): boolean {
  return returned.parcels.some((parcel) => !parcel.hasEnded && (parcel.note !== null || parcel.photos > 0 || parcel.values.some((value) => sideOf(parcel, value, choices) === "mine")));
}

/** The choices as the register takes them. */
export function choicesOf(returned: FieldReturn, choices: Choices): ReturnChoice[] {
  return returned.parcels.flatMap((parcel) =>
    parcel.values.flatMap((value) => {
      const side = choices[keyOf(parcel, value)];
      return side === undefined ? [] : [{ parcelId: parcel.parcelId, field: value.field, take: side === "mine" ? ("field" as const) : ("office" as const) }];
    }),
  );
}
