import { MercatorCoordinate, type GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import { labelPoints, spread } from "./label-points";
import { LABELS_FROM_ZOOM, PARCEL_LABEL_SOURCE, PARCEL_SOURCE } from "./map-style";

const TILE_EDGE = 512;
/** Two signs nearer to each other than this, in pixels, would lie over each other. */
const ROOM = 28;

/** Signs are placed when all tiles are there: one for each parcel, however many tiles share it. */
export class ParcelLabels {
  private shown = "";

  constructor(private readonly map: MapLibreMap) {
    map.on("idle", () => this.place());
  }

  private place(): void {
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
    (this.map.getSource(PARCEL_LABEL_SOURCE) as GeoJSONSource).setData(labels);
  }
}
