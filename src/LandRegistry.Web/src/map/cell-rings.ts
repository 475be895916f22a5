import type { Feature, FeatureCollection, Point } from "geojson";
import { MercatorCoordinate, type GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import { STATUSES, type Status } from "../parcels/status";
import { CELL_SOURCE, PARCEL_SOURCE } from "./map-style";
import { mergeRings, type Ring } from "./merge-rings";

const TILE_EDGE = 512;

/** The counts that the tiles hold for squares of ground, drawn as rings that leave each other room on the screen. */
export class CellRings {
  private shown = "";

  constructor(private readonly map: MapLibreMap) {
    map.on("idle", () => this.place());
    map.on("sourcedata", ({ sourceId }) => {
      if (sourceId === PARCEL_SOURCE && map.isSourceLoaded(PARCEL_SOURCE)) this.place();
    });
  }

  private place(): void {
    const source = this.map.getSource<GeoJSONSource>(CELL_SOURCE);
    if (source === undefined) return;
    const world = TILE_EDGE * 2 ** this.map.getZoom();
    const cells = this.map.querySourceFeatures(PARCEL_SOURCE, { sourceLayer: "cells" }).flatMap((cell) => ringOf(cell, world));
    const rings: FeatureCollection<Point> = { type: "FeatureCollection", features: mergeRings(cells).map((ring) => featureOf(ring, world)) };
    const signature = JSON.stringify(rings);
    // Setting the same again would wake the map, which would then fall idle, and so on for ever.
    if (signature === this.shown) return;
    this.shown = signature;
    source.setData(rings);
  }
}

function ringOf({ geometry, properties }: Feature, world: number): Ring[] {
  if (geometry.type !== "Point") return [];
  const [lng = 0, lat = 0] = geometry.coordinates;
  const { x, y } = MercatorCoordinate.fromLngLat({ lng, lat });
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, Number(properties?.[status] ?? 0)])) as Record<Status, number>;
  return [{ x: x * world, y: y * world, count: Number(properties?.["count"] ?? 0), byStatus }];
}

function featureOf({ x, y, count, byStatus }: Ring, world: number): Feature<Point> {
  const { lng, lat } = new MercatorCoordinate(x / world, y / world).toLngLat();
  return { type: "Feature", properties: { count, ...byStatus }, geometry: { type: "Point", coordinates: [lng, lat] } };
}
