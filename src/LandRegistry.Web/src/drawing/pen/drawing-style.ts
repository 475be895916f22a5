import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";

/** What moves with the pointer is one source, where `role` says what a feature is; neighbours, which are many, are another. */
const DRAWING_SOURCE = "drawing";
const NEIGHBOUR_SOURCE = "drawing-neighbours";
const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

const MINE = "#0b57d0";
const THEIRS = "#a3107c";
const BASE = "#6b7776";
const BROKEN = "#b3261e";
const SNAP = "#d97706";

const is = (...roles: string[]): LayerSpecification["metadata"] => ["in", ["get", "role"], ["literal", roles]];

function layers(): LayerSpecification[] {
  const of = { source: DRAWING_SOURCE } as const;
  const filtered = (...roles: string[]) => ({ ...of, filter: is(...roles) as never });
  return [
    { id: "drawing-neighbour", type: "line", source: NEIGHBOUR_SOURCE, paint: { "line-color": SNAP, "line-width": 1.5, "line-opacity": 0.7 } },
    { id: "drawing-part", type: "fill", ...filtered("part"), paint: { "fill-color": ["match", ["%", ["get", "nth"], 4], 0, "#2f7ed8", 1, "#d99a2b", 2, "#3c9a5f", "#8a5bb5"], "fill-opacity": 0.45 } },
    { id: "drawing-part-line", type: "line", ...filtered("part"), paint: { "line-color": MINE, "line-width": 2 } },
    { id: "drawing-fill", type: "fill", ...filtered("mine"), paint: { "fill-color": MINE, "fill-opacity": 0.16 } },
    { id: "drawing-base", type: "line", ...filtered("base"), paint: { "line-color": BASE, "line-width": 3, "line-dasharray": [1, 1.5] } },
    { id: "drawing-theirs", type: "line", ...filtered("theirs"), paint: { "line-color": THEIRS, "line-width": 3, "line-dasharray": [4, 1.5] } },
    { id: "drawing-line", type: "line", ...filtered("mine", "draft"), layout: { "line-join": "round" }, paint: { "line-color": MINE, "line-width": 2.5 } },
    { id: "drawing-way", type: "line", ...filtered("way"), paint: { "line-color": MINE, "line-width": 2, "line-dasharray": [2, 1.5] } },
    { id: "drawing-broken-fill", type: "fill", ...filtered("broken"), paint: { "fill-color": BROKEN, "fill-opacity": 0.4 } },
    { id: "drawing-broken-line", type: "line", ...filtered("broken"), paint: { "line-color": BROKEN, "line-width": 3 } },
    { id: "drawing-broken-point", type: "circle", ...filtered("broken-point"), paint: { "circle-radius": 11, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": BROKEN, "circle-stroke-width": 3 } },
    {
      id: "drawing-vertex",
      type: "circle",
      ...filtered("vertex"),
      paint: {
        "circle-radius": ["case", ["get", "isSelected"], 7.5, 5],
        "circle-color": ["case", ["get", "isSelected"], MINE, "#ffffff"],
        "circle-stroke-color": ["case", ["get", "isSelected"], "#ffffff", MINE],
        "circle-stroke-width": 2.5,
      },
    },
    { id: "drawing-snap", type: "circle", ...filtered("snap"), paint: { "circle-radius": 8, "circle-color": "rgba(0,0,0,0)", "circle-stroke-color": SNAP, "circle-stroke-width": 3 } },
  ];
}

export function addDrawingLayers(map: MapLibreMap): void {
  map.addSource(NEIGHBOUR_SOURCE, { type: "geojson", data: NOTHING });
  map.addSource(DRAWING_SOURCE, { type: "geojson", data: NOTHING });
  layers().forEach((layer) => map.addLayer(layer));
}

export function removeDrawingLayers(map: MapLibreMap): void {
  layers().forEach(({ id }) => map.removeLayer(id));
  map.removeSource(DRAWING_SOURCE);
  map.removeSource(NEIGHBOUR_SOURCE);
}

export function showDrawing(map: MapLibreMap, data: FeatureCollection): void {
  (map.getSource(DRAWING_SOURCE) as GeoJSONSource | undefined)?.setData(data);
}

export function showNeighbours(map: MapLibreMap, data: FeatureCollection): void {
  (map.getSource(NEIGHBOUR_SOURCE) as GeoJSONSource | undefined)?.setData(data);
}
