import type { FieldReturn, ReturnChoice, ReturnedDrawing, ReturnedParcel, ReturnedValue } from "../api/field-work";
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

export function keyOfDrawn(drawn: ReturnedDrawing): string {
  return `drawn.${drawn.key}`;
}

/** A drawn parcel is taken over unless it was left out; undefined where it is a parcel already. */
export function sideOfDrawn(drawn: ReturnedDrawing, choices: Choices): Side | undefined {
  return drawn.parcelId === null ? (choices[keyOfDrawn(drawn)] ?? "mine") : undefined;
}

/** Parcels in the order of the file, those with something to choose before the others. */
export function conflictsFirst(parcels: readonly ReturnedParcel[]): ReturnedParcel[] {
  const asks = ({ hasEnded, values }: ReturnedParcel) => !hasEnded && values.some(({ outcome, refusals }) => outcome === "conflict" || refusals.length > 0);
  return [...parcels.filter(asks), ...parcels.filter((parcel) => !asks(parcel))];
}

/** Conflicts of which nothing was chosen. */
export function openConflicts(returned: FieldReturn, choices: Choices): number {
  return returned.parcels.reduce((sum, parcel) => sum + parcel.values.filter((value) => sideOf(parcel, value, choices) === null).length, 0);
}

/** Whether anything would be written. */
export function isAnythingTaken(returned: FieldReturn, choices: Choices): boolean {
  if (returned.drawn.some((drawn) => sideOfDrawn(drawn, choices) === "mine")) return true;
  return returned.parcels.some((parcel) => !parcel.hasEnded && (parcel.note !== null || parcel.photos > 0 || parcel.values.some((value) => sideOf(parcel, value, choices) === "mine")));
}

/** The choices as the register takes them. */
export function choicesOf(returned: FieldReturn, choices: Choices): ReturnChoice[] {
  const values = returned.parcels.flatMap((parcel) =>
    parcel.values.flatMap((value) => {
      const side = choices[keyOf(parcel, value)];
      return side === undefined ? [] : [{ parcelId: parcel.parcelId, field: value.field, take: takeOf(side) }];
    }),
  );
  const drawn = returned.drawn.flatMap((drawing) => {
    const side = choices[keyOfDrawn(drawing)];
    return side === undefined ? [] : [{ drawn: drawing.key, take: takeOf(side) }];
  });
  return [...values, ...drawn];
}

function takeOf(side: Side): "field" | "office" {
  return side === "mine" ? "field" : "office";
}
