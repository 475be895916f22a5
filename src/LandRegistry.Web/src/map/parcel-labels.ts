import { MercatorCoordinate, type GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import { labelPoints, spread } from "./label-points";
import { isQuietParcel, LABELS_FROM_ZOOM, PARCEL_LABEL_SOURCE, PARCEL_SOURCE, QUIET_LABELS_FROM_ZOOM } from "./map-style";

const TILE_EDGE = 512;
/** Two signs nearer to each other than this, in pixels, would lie over each other. */
const ROOM = 28;

/** Signs are placed when all tiles are there: one for each parcel, however many tiles share it. */
export class ParcelLabels {
  private shown = "";
  /** Whether tiles came or the view moved since the signs were placed: placing them costs more than a picture of the map. */
  private isDue = true;
  private isFirst = true;

  constructor(private readonly map: MapLibreMap) {
    map.on("moveend", () => (this.isDue = true));
    map.on("sourcedata", ({ sourceId, sourceDataType }) => {
      if (sourceId !== PARCEL_SOURCE || sourceDataType === "idle") return;
      this.isDue = true;
      // The first picture does not wait for one without signs.
      if (this.isFirst && map.isSourceLoaded(PARCEL_SOURCE)) this.place();
    });
    map.on("idle", () => this.isDue && this.place());
  }

  private place(): void {
    const source = this.map.getSource<GeoJSONSource>(PARCEL_LABEL_SOURCE);
    if (source === undefined) return;
    this.isDue = false;
    const zoom = this.map.getZoom();
    const parts = zoom >= LABELS_FROM_ZOOM ? this.map.querySourceFeatures(PARCEL_SOURCE, { sourceLayer: "parcels" }) : [];
    const signed = zoom >= QUIET_LABELS_FROM_ZOOM ? parts : parts.filter(({ properties }) => !isQuietParcel(properties));
    const squares = (TILE_EDGE * 2 ** zoom) / ROOM;
    const labels = spread(labelPoints(signed), ([lng = 0, lat = 0]) => {
      const { x, y } = MercatorCoordinate.fromLngLat({ lng, lat });
      return `${Math.floor(x * squares)}/${Math.floor(y * squares)}`;
    });
    const signature = JSON.stringify(labels.features.map(({ id, properties, geometry }) => [id, properties, geometry.coordinates]));
    // Setting the same again would wake the map, which would then fall idle, and so on for ever.
    if (signature === this.shown) return;
    this.shown = signature;
    this.isFirst = false;
    source.setData(labels);
  }
}
