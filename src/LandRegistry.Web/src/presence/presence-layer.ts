import type { FeatureCollection } from "geojson";
import { asLonLat } from "../geometry/bounds";
import type { Editing } from "./presence";

/** A light mark at every parcel that somebody else is editing, with the name. */
export function presenceMarks(editors: readonly Editing[]): FeatureCollection {
  const byParcel = new Map<number, Editing[]>();
  for (const editing of editors) byParcel.set(editing.parcelId, [...(byParcel.get(editing.parcelId) ?? []), editing]);
  return {
    type: "FeatureCollection",
    features: [...byParcel].flatMap(([id, there]) => {
      const at = asLonLat(there[0]?.location);
      const names = [...new Set(there.map(({ person }) => person))].join("、");
      return at === null ? [] : [{ type: "Feature" as const, id, properties: { names }, geometry: { type: "Point" as const, coordinates: at } }];
    }),
  };
}
