import type { ExpressionSpecification, Map as MapLibreMap, MapMouseEvent, VectorTileSource } from "maplibre-gl";
import { CELL_LAYER } from "../map/map-style";
import { CHANGE_KINDS, CHANGE_LOOKS } from "./change-looks";

const SOURCE = "changes";
const CELLS = "change-cell";
const LAYERS = ["change-fill", "change-line", "change-sign", CELLS, "change-cell-count"];
const FONT = ["Noto Sans CJK SC"];
/** How much of the unchanged parcels remains to be seen. */
const FAINT = 0.28;

const byKind = (look: "fill" | "ink" | "sign") =>
  ["match", ["get", "kind"], ...CHANGE_KINDS.flatMap((kind) => [kind, CHANGE_LOOKS[kind][look]]), look === "sign" ? "" : "#555555"] as unknown as ExpressionSpecification;

/** What changed between two days, over the parcels, which step back. */
export class ChangeLayers {
  constructor(
    private readonly map: MapLibreMap,
    tiles: string,
  ) {
    map.addSource(SOURCE, { type: "vector", tiles: [tiles], minzoom: 0, maxzoom: 16 });
    addLayers(map);
    this.stepBack(true);
    map.on("click", this.click);
  }

  setTiles(tiles: string): void {
    this.map.getSource<VectorTileSource>(SOURCE)?.setTiles([tiles]);
  }

  refresh(): void {
    this.map.refreshTiles(SOURCE);
  }

  remove(): void {
    this.map.off("click", this.click);
    LAYERS.forEach((layer) => this.map.getLayer(layer) && this.map.removeLayer(layer));
    if (this.map.getSource(SOURCE) !== undefined) this.map.removeSource(SOURCE);
    this.stepBack(false);
  }

  private stepBack(isFaint: boolean): void {
    const { map } = this;
    for (const layer of ["parcel-quiet", "parcel-fill"]) map.setPaintProperty(layer, "fill-opacity", isFaint ? FAINT : 0.92);
    map.setPaintProperty("parcel-line", "line-opacity", isFaint ? FAINT : 1);
    for (const layer of ["parcel-badge", "parcel-point"]) map.setPaintProperty(layer, "icon-opacity", isFaint ? FAINT : 1);
    map.setLayoutProperty(CELL_LAYER, "visibility", isFaint ? "none" : "visible");
  }

  private readonly click = (event: MapMouseEvent): void => {
    if (this.map.queryRenderedFeatures(event.point, { layers: [CELLS] }).length === 0) return;
    this.map.easeTo({ center: event.lngLat, zoom: this.map.getZoom() + 2, duration: 400 });
  };
}

function addLayers(map: MapLibreMap): void {
  const source = { source: SOURCE, "source-layer": "changes" } as const;
  const cells = { source: SOURCE, "source-layer": "change_cells" } as const;
  const isPlace: ExpressionSpecification = ["==", ["geometry-type"], "Point"];
  map.addLayer({ id: "change-fill", type: "fill", ...source, filter: ["!", isPlace], paint: { "fill-color": byKind("fill"), "fill-opacity": 0.75 } }, "selection-casing");
  map.addLayer({ id: "change-line", type: "line", ...source, filter: ["!", isPlace], layout: { "line-join": "round" }, paint: { "line-color": byKind("ink"), "line-width": 2 } }, "selection-casing");
  map.addLayer({
    id: "change-sign",
    type: "symbol",
    ...source,
    layout: { "text-field": byKind("sign"), "text-font": FONT, "text-size": 20, "text-padding": 0 },
    paint: { "text-color": byKind("ink"), "text-halo-color": "#ffffff", "text-halo-width": 2 },
  });
  map.addLayer({
    id: CELLS,
    type: "circle",
    ...cells,
    paint: {
      "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "count"]], 0, 12, 2, 20, 4, 30],
      "circle-color": ["case", ["==", ["get", "count"], ["get", "entered"]], CHANGE_LOOKS.entered.fill, ["==", ["get", "count"], ["get", "left"]], CHANGE_LOOKS.left.fill, CHANGE_LOOKS.status.fill],
      "circle-stroke-color": "#ffffff",
      "circle-stroke-width": 2,
    },
  });
  map.addLayer({
    id: "change-cell-count",
    type: "symbol",
    ...cells,
    layout: { "text-field": ["to-string", ["get", "count"]], "text-font": FONT, "text-size": 12, "text-allow-overlap": true, "text-ignore-placement": true },
    paint: { "text-color": "#10161b", "text-halo-color": "rgba(255,255,255,0.85)", "text-halo-width": 1.4 },
  });
}
