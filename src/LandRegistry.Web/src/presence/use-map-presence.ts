import { useEffect } from "react";
import type { ParcelMap } from "../map/parcel-map";
import { useView } from "../view/view-store";
import { useEditors } from "./presence";
import { presenceMarks } from "./presence-layer";

/** Who else is editing, on the map of now. */
export function useMapPresence(map: ParcelMap | null): void {
  const editors = useEditors();
  const { asOf } = useView();
  const marks = presenceMarks(asOf === null ? editors : []);
  const key = JSON.stringify(marks);
  useEffect(() => map?.marks.setPresence(marks), [map, key]);
}
