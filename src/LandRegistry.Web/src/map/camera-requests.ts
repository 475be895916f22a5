import type { Bbox, LonLat } from "../api/types";
import { asBox, asLonLat, boxOfMultiPolygon } from "../geometry/bounds";
import type { ParcelDetail, ParcelRow } from "../api/types";
import { changeView, currentView } from "../view/view-store";

/** Where the map is asked to go. */
export type CameraRequest = { box: Bbox } | { centre: LonLat } | "all-zones" | { /** The selected parcel, unless it can be seen already. */ reveal: number };

const listeners = new Set<(request: CameraRequest) => void>();

/** A request made from a page without a map waits until there is one. */
let waiting: CameraRequest | null = null;

/** Table, card and search ask; the map goes. */
export function requestCamera(request: CameraRequest): void {
  if (listeners.size === 0) waiting = request;
  listeners.forEach((listener) => listener(request));
}

export function onCameraRequest(listener: (request: CameraRequest) => void): () => void {
  listeners.add(listener);
  if (waiting !== null) listener(waiting);
  waiting = null;
  return () => listeners.delete(listener);
}

/** Shows a parcel on the map, from whichever page. */
export function showOnMap(parcel: ParcelRow | ParcelDetail): void {
  if (currentView().page !== "map") changeView({ page: "map" });
  requestCamera(cameraFor(parcel));
}

/** The boundary's box where there is one, otherwise the point. */
export function cameraFor(parcel: ParcelRow | ParcelDetail): Exclude<CameraRequest, { reveal: number }> {
  const boundary = "boundary" in parcel ? parcel.boundary : null;
  const box = boundary === null ? null : boxOfMultiPolygon(boundary.coordinates);
  if (box !== null && asBox(box) !== null) return { box };
  const centre = asLonLat(parcel.location);
  return centre === null ? "all-zones" : { centre };
}
