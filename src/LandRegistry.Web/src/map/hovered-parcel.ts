import type { Map as MapLibreMap, MapGeoJSONFeature, PointLike } from "maplibre-gl";
import type { LonLat } from "../api/types";
import { PARCEL_SOURCE } from "./map-style";
import type { ParcelHit, ParcelMapEvents } from "./parcel-map-events";

/** The parcel or ring under the pointer: looked up once a frame at most, and not while the map itself moves under it. */
export class HoveredParcel {
  private hovered: ParcelHit | null = null;
  /** Where the pointer was last, until the next frame. */
  private pointed: { point: PointLike; position: LonLat } | null = null;

  constructor(
    private readonly map: MapLibreMap,
    private readonly parcelAt: (point: PointLike) => ParcelHit | null,
    private readonly ringAt: (point: PointLike) => MapGeoJSONFeature | undefined,
    private readonly tell: ParcelMapEvents["onPointer"],
  ) {
    map.on("mousemove", ({ point, lngLat }) => this.lookSoon(point, [lngLat.lng, lngLat.lat]));
    map.on("mouseout", () => {
      this.pointed = null;
      this.show(null, null);
    });
    // A page may be left within the frame: nothing is looked up on a map that is gone.
    map.on("remove", () => {
      this.pointed = null;
    });
  }

  private lookSoon(point: PointLike, position: LonLat): void {
    const isAwaited = this.pointed !== null;
    this.pointed = { point, position };
    if (isAwaited) return;
    requestAnimationFrame(() => {
      const pointed = this.pointed;
      this.pointed = null;
      if (pointed !== null && !this.map.isMoving()) this.show(pointed.point, pointed.position);
    });
  }

  private show(point: PointLike | null, position: LonLat | null): void {
    const hit = point === null ? null : this.parcelAt(point);
    if (hit?.id !== this.hovered?.id) {
      this.mark(this.hovered, false);
      this.mark(hit, true);
      this.hovered = hit;
    }
    const ring = point === null || hit !== null ? undefined : this.ringAt(point);
    this.map.getCanvas().style.cursor = hit !== null || ring !== undefined ? "pointer" : "";
    this.tell(position, hit, ring === undefined ? null : Number(ring.properties["count"]));
  }

  private mark(hit: ParcelHit | null, hovered: boolean): void {
    if (hit !== null) this.map.setFeatureState({ source: PARCEL_SOURCE, sourceLayer: hit.sourceLayer, id: hit.id }, { hovered });
  }
}
