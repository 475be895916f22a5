import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { labelPoints } from "./label-points";
import { LABELS_FROM_ZOOM, PARCEL_LABEL_SOURCE, PARCEL_SOURCE } from "./map-style";

/** Signs are placed when all tiles are there: one for each parcel, however many tiles share it. */
export class ParcelLabels {
  private shown = "";

  constructor(private readonly map: MapLibreMap) {
    map.on("idle", () => this.place());
  }

  private place(): void {
    const isNear = this.map.getZoom() >= LABELS_FROM_ZOOM;
    const parts = isNear ? this.map.querySourceFeatures(PARCEL_SOURCE, { sourceLayer: "parcels" }) : [];
    const labels = labelPoints(parts);
    const signature = JSON.stringify(labels.features.map(({ id, properties, geometry }) => [id, properties, geometry.coordinates]));
    // Setting the same again would wake the map, which would then fall idle, and so on for ever.
    if (signature === this.shown) return;
    this.shown = signature;
    (this.map.getSource(PARCEL_LABEL_SOURCE) as GeoJSONSource).setData(labels);
  }
}
