import type { Bbox, LonLat } from "../api/types";
import { asBox, asLonLat, boxOfMultiPolygon } from "../geometry/bounds";
import type { ParcelDetail, ParcelRow } from "../api/types";

/** Where the map is asked to go. */
export type CameraRequest = { box: Bbox } | { centre: LonLat } | "all-zones";

const listeners = new Set<(request: CameraRequest) => void>();

/** Table, card and search ask; the map, if there is one, goes. */
export function requestCamera(request: CameraRequest): void {
  listeners.forEach((listener) => listener(request));
}

export function onCameraRequest(listener: (request: CameraRequest) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The boundary's box where there is one, otherwise the point. */
export function cameraFor(parcel: ParcelRow | ParcelDetail): CameraRequest {
  const boundary = "boundary" in parcel ? parcel.boundary : null;
  const box = boundary === null ? null : boxOfMultiPolygon(boundary.coordinates);
  if (box !== null && asBox(box) !== null) return { box };
  const centre = asLonLat(parcel.location);
  return centre === null ? "all-zones" : { centre };
}
