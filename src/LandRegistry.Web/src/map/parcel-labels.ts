import { MercatorCoordinate, type GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import { labelPoints, spread } from "./label-points";
import { LABELS_FROM_ZOOM, PARCEL_LABEL_SOURCE, PARCEL_SOURCE } from "./map-style";

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
    const isNear = this.map.getZoom() >= LABELS_FROM_ZOOM;
    const parts = isNear ? this.map.querySourceFeatures(PARCEL_SOURCE, { sourceLayer: "parcels" }) : [];
    const squares = (TILE_EDGE * 2 ** this.map.getZoom()) / ROOM;
    const labels = spread(labelPoints(parts), ([lng = 0, lat = 0]) => {
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
