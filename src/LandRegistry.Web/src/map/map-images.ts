import type { Map as MapLibreMap } from "maplibre-gl";
import { CELL_LAYER } from "./map-style";
import { ringId } from "./ring-image";
import { makeMapImage } from "./status-images";

const MOST_RINGS = 400;

/** Draws the pictures that the style asks for, and lets go of those it no longer needs. */
export class MapImages {
  private readonly rings = new Set<string>();

  constructor(private readonly map: MapLibreMap) {
    map.setMissingStyleImageResolver((id) => this.add(id));
    map.on("idle", () => this.dropSpareRings());
  }

  private add(id: string): void {
    const image = makeMapImage(id);
    if (image === null || this.map.hasImage(id)) return;
    this.map.addImage(id, image.data, { pixelRatio: image.pixelRatio });
    if (id.startsWith("ring/")) this.rings.add(id);
  }

  /** Every different ring is a picture of its own: a day of panning over a province would fill the memory. */
  private dropSpareRings(): void {
    if (this.rings.size <= MOST_RINGS) return;
    const inSight = new Set(this.map.queryRenderedFeatures({ layers: [CELL_LAYER] }).map(({ properties }) => ringId(properties)));
    for (const id of this.rings) {
      if (inSight.has(id)) continue;
      this.map.removeImage(id);
      this.rings.delete(id);
    }
  }
}
