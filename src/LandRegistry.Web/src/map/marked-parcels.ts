import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { MARKED_LAYERS, PARCEL_SOURCE, PRESENCE_SOURCE, whenMarked } from "./map-style";

const SOURCE_LAYERS = ["parcels", "points"];

/** Marks on parcels: those selected for the next step, which stay on tiles that are fetched later, and those that others are editing. */
export class MarkedParcels {
  private shown: ReadonlySet<number> = new Set();
  private hasPresence = false;

  constructor(
    private readonly map: MapLibreMap,
    private readonly ready: Promise<void>,
  ) {}

  /** `all`: whatever the filter shows. */
  setSelected(ids: ReadonlySet<number> | "all"): void {
    void this.ready.then(() => this.draw(ids));
  }

  setPresence(marks: FeatureCollection): void {
    if (marks.features.length === 0 && !this.hasPresence) return;
    this.hasPresence = marks.features.length > 0;
    void this.ready.then(() => (this.map.getSource(PRESENCE_SOURCE) as GeoJSONSource).setData(marks));
  }

  private draw(ids: ReadonlySet<number> | "all"): void {
    const isAll = ids === "all";
    const next: ReadonlySet<number> = isAll ? new Set() : ids;
    for (const id of this.shown) if (!next.has(id)) this.mark(id, false);
    for (const id of next) if (!this.shown.has(id)) this.mark(id, true);
    this.shown = next;
    for (const layer of MARKED_LAYERS) this.map.setLayoutProperty(layer, "visibility", isAll || next.size > 0 ? "visible" : "none");
    this.map.setPaintProperty("marked-fill", "fill-opacity", whenMarked(0.14, isAll));
    this.map.setPaintProperty("marked-line", "line-width", whenMarked(3, isAll));
    this.map.setPaintProperty("marked-point", "circle-opacity", whenMarked(0.14, isAll));
    this.map.setPaintProperty("marked-point", "circle-stroke-width", whenMarked(3, isAll));
  }

  private mark(id: number, marked: boolean): void {
    for (const sourceLayer of SOURCE_LAYERS) {
      const feature = { source: PARCEL_SOURCE, sourceLayer, id };
      if (marked) this.map.setFeatureState(feature, { marked });
      else this.map.removeFeatureState(feature, "marked");
    }
  }
}
