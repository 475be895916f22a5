import type { Bbox, LonLat } from "../api/types";
import type { Camera } from "../view/view-url";
import type { ScreenBox } from "./menu-place";

/** A parcel under the pointer. */
export interface ParcelHit {
  id: number;
  status: string;
  sourceLayer: string;
}

/** What happens on the map; positions in CSS pixels of the window, or in degrees. */
export interface ParcelMapEvents {
  onMove: (camera: Camera, bounds: Bbox) => void;
  /** `ring`: parcels of the ring under the pointer. */
  onPointer: (position: LonLat | null, hit: ParcelHit | null, ring: number | null) => void;
  onPick: (hit: ParcelHit | null) => void;
  onOpen: (hit: ParcelHit) => void;
  /** `box`: the parcel as it stands on the screen. */
  onMenu: (hit: ParcelHit, at: { x: number; y: number; box: ScreenBox }) => void;
  onTiles: (areAvailable: boolean) => void;
}
