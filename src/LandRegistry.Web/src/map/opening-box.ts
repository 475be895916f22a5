import { useEffect, useState } from "react";
import { fetchParcel } from "../api/queries";
import { get } from "../api/http";
import type { Bbox, ParcelPage, Summary, Zone } from "../api/types";
import { asBox, asLonLat, unionOfBoxes } from "../geometry/bounds";
import { activeFilters, filterQuery } from "../view/filters";
import { currentView } from "../view/view-store";
import type { View } from "../view/view-url";
import { cameraFor } from "./camera-requests";

/** So many parcels are framed one by one; of more, the zones they lie in. */
const MOST_FRAMED = 100;

/**
 * Where a map that is opened without a place in its address looks first: at the selected parcel, else at what the filters
 * leave. Null when neither narrows the view.
 */
export function useOpeningBox(zones: readonly Zone[] | undefined): { isPending: boolean; box: Bbox | null } {
  const [found, setFound] = useState(() => ({ isPending: isNarrowed(currentView()), box: null as Bbox | null }));
  const isWanted = found.isPending && zones !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    const asked = new AbortController();
    const take = (box: Bbox | null) => !asked.signal.aborted && setFound({ isPending: false, box });
    // What cannot be had now is no reason to show no map.
    openingBox(currentView(), zones, asked.signal).then(take, () => take(null));
    return () => asked.abort();
  }, [isWanted, zones]);
  return found;
}

function isNarrowed({ camera, selected, filters }: View): boolean {
  return camera === null && (selected !== null || activeFilters(filters).length > 0);
}

async function openingBox({ selected, filters, asOf }: View, zones: readonly Zone[], signal: AbortSignal): Promise<Bbox | null> {
  if (selected !== null) {
    const to = cameraFor((await fetchParcel(selected, signal, asOf)).body);
    return to === "all-zones" ? null : "box" in to ? to.box : [...to.centre, ...to.centre];
  }
  const query = filterQuery(filters, asOf);
  const page = await get<ParcelPage>(`/api/parcels?${query}&limit=${MOST_FRAMED}`, signal);
  if (page.nextCursor === null) return boxOfPoints(page);
  const { groups } = await get<Summary>(`/api/parcels/summary?${query}&by=zone`, signal);
  return boxOfZones(zones, new Set(groups.filter(({ count }) => count > 0).map(({ key }) => Number(key))));
}

function boxOfPoints({ items }: ParcelPage): Bbox | null {
  const points = items.map(({ location }) => asLonLat(location)).filter((at) => at !== null);
  return unionOfBoxes(points.map((at) => [...at, ...at]));
}

export function boxOfZones(zones: readonly Zone[], ids: ReadonlySet<number>): Bbox | null {
  const boxes = zones.filter(({ id }) => ids.has(id)).map(({ bbox }) => asBox(bbox));
  return unionOfBoxes(boxes.filter((box) => box !== null));
}
