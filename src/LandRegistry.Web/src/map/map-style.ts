import type { FeatureCollection } from "geojson";
import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification, StyleSpecification, SymbolLayerSpecification } from "maplibre-gl";
import { MAP_GROUND, STATUS_LOOKS, STATUSES, ZONE_GROUND } from "../parcels/status";
import type { Language } from "../view/view-url";

export const PARCEL_SOURCE = "parcels";
export const ZONE_SOURCE = "zones";
export const PARCEL_LABEL_SOURCE = "parcel-labels";
export const ZONE_LABEL_SOURCE = "zone-labels";
export const SELECTION_SOURCE = "selection";
export const PRESENCE_SOURCE = "presence";

/** From here on polygons are large enough to carry a sign. */
export const LABELS_FROM_ZOOM = 13.5;
/** Land used as agreed carries one from here on: further out thousands of its signs would hide those that somebody looks for. */
export const QUIET_LABELS_FROM_ZOOM = 15;

/**
 * The engine cuts what the page hands it into tiles and draws each for itself. Points need no finer tiles than these: at zoom 13 and 16 they
 * still stand where they belong to half a pixel.
 */
const POINTS_CUT_AT_ZOOM = 10;
const LABELS_CUT_AT_ZOOM = 12;

/** Layers that answer to a click as one parcel. */
export const PARCEL_LAYERS = ["parcel-badge", "parcel-point", "parcel-quiet", "parcel-fill"];
export const CELL_LAYER = "parcel-cell";
export const CELL_SOURCE = "cells";

/** Layers whose pictures carry a letter and so change with the language. */
export const GLYPH_LAYERS = ["parcel-badge", "parcel-point"] as const;

/** Layers that show what is selected for the next step. */
export const MARKED_LAYERS = ["marked-fill", "marked-line", "marked-point"] as const;

/** Nothing else on the map has this colour. */
const MARKED = "#a3107c";

/** The one accent of the product, also in styles/tokens.css. */
const ACCENT = "#0f5e63";
const INK = "#1d2b2c";
const FONT = ["Noto Sans CJK SC"];
const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The parcel's name under its sign, where there is room. */
const NAME_BELOW = {
  "text-field": ["step", ["zoom"], "", 15, ["coalesce", ["get", "label"], ""]] as ExpressionSpecification,
  "text-font": FONT,
  "text-size": 11,
  "text-anchor": "top",
  "text-offset": [0, 1.1],
  "text-optional": true,
  "text-max-width": 9,
} satisfies SymbolLayerSpecification["layout"];
const NAME_PAINT = { "text-color": INK, "text-halo-color": "rgba(255,255,255,0.92)", "text-halo-width": 1.6 };

const holdWord: ExpressionSpecification = ["case", ["to-boolean", ["get", "on_hold"]], "hold", "open"];
/** Land used as agreed, most of what there is: one flat colour, which costs a software renderer far less than a pattern. */
const isQuiet: ExpressionSpecification = ["all", ["==", ["get", "status"], "in_use"], ["!", ["to-boolean", ["get", "on_hold"]]]];

/** The same of a parcel that is already at hand. */
export function isQuietParcel(properties: Readonly<Record<string, unknown>> | null): boolean {
  return properties?.["status"] === "in_use" && properties["on_hold"] !== true;
}

const inkByStatus = [
  "match",
  ["get", "status"],
  ...STATUSES.flatMap((status) => [status, STATUS_LOOKS[status].ink]),
  "#555555",
] as unknown as DataDrivenPropertyValueSpecification<string>;

/** Name of the picture of one parcel; see status-images.ts for who draws it. */
export function glyphImage(kind: "badge" | "point", language: Language): ExpressionSpecification {
  return ["image", ["concat", `${kind}/`, ["get", "status"], "/", holdWord, `/${language}`]];
}

const ringImage: ExpressionSpecification = [
  "image",
  [
    "concat",
    "ring/",
    ["to-string", ["get", "count"]],
    "/",
    ...STATUSES.flatMap((status, index): (string | ExpressionSpecification)[] => [
      ...(index === 0 ? [] : ["."]),
      ["to-string", ["coalesce", ["get", status], 0]],
    ]),
  ] as unknown as ExpressionSpecification,
];

/** The map without any parcel: a quiet ground, and few layers, since office PCs draw in software. */
export function makeStyle(tiles: string, language: Language): StyleSpecification {
  return {
    version: 8,
    // What changes, changes at once: a software renderer has no pictures to spare for a crossing over.
    transition: { duration: 0, delay: 0 },
    sources: {
      [ZONE_SOURCE]: { type: "geojson", data: EMPTY },
      [ZONE_LABEL_SOURCE]: { type: "geojson", data: EMPTY, maxzoom: POINTS_CUT_AT_ZOOM },
      [PARCEL_SOURCE]: { type: "vector", tiles: [tiles], minzoom: 0, maxzoom: 16 },
      [CELL_SOURCE]: { type: "geojson", data: EMPTY, maxzoom: POINTS_CUT_AT_ZOOM },
      [PARCEL_LABEL_SOURCE]: { type: "geojson", data: EMPTY, maxzoom: LABELS_CUT_AT_ZOOM },
      [SELECTION_SOURCE]: { type: "geojson", data: EMPTY },
      [PRESENCE_SOURCE]: { type: "geojson", data: EMPTY, maxzoom: LABELS_CUT_AT_ZOOM },
    },
    layers: [...groundLayers(), ...parcelLayers(language), ...labelLayers(language)],
  };
}

function groundLayers(): LayerSpecification[] {
  return [
    { id: "ground", type: "background", paint: { "background-color": MAP_GROUND } },
    {
      id: "zone-fill",
      type: "fill",
      source: ZONE_SOURCE,
      // A zone within another has its ground already: drawn once more for each, it took as long as the parcels on it.
      filter: ["!", ["to-boolean", ["get", "isInner"]]],
      paint: { "fill-color": ZONE_GROUND, "fill-antialias": false },
    },
    {
      id: "zone-line",
      type: "line",
      source: ZONE_SOURCE,
      // Neighbours share a border and each draws it: dashes of the two would fill each other's gaps here and there.
      paint: { "line-color": "#93a8a5", "line-width": ["interpolate", ["linear"], ["zoom"], 8, 0.75, 14, 1.5] },
    },
  ];
}

function parcelLayers(language: Language): LayerSpecification[] {
  const isHovered: ExpressionSpecification = ["boolean", ["feature-state", "hovered"], false];
  const isFresh: ExpressionSpecification = ["boolean", ["feature-state", "fresh"], false];
  return [
    {
      id: "parcel-quiet",
      type: "fill",
      source: PARCEL_SOURCE,
      "source-layer": "parcels",
      filter: isQuiet,
      paint: { "fill-color": STATUS_LOOKS.in_use.fill, "fill-opacity": 0.92, "fill-antialias": false },
    },
    {
      id: "parcel-fill",
      type: "fill",
      source: PARCEL_SOURCE,
      "source-layer": "parcels",
      filter: ["!", isQuiet],
      // The line above it is its edge: a smoothed one of its own would be drawn once more for each of thousands of parcels.
      paint: { "fill-pattern": ["image", ["concat", "fill/", ["get", "status"], "/", holdWord]], "fill-opacity": 0.92, "fill-antialias": false },
    },
    {
      id: "parcel-line",
      type: "line",
      source: PARCEL_SOURCE,
      "source-layer": "parcels",
      // Joins stay pointed: round ones cost a fan of triangles at every corner, and nobody sees them on a line this thin.
      paint: {
        "line-color": ["case", isFresh, ACCENT, isHovered, INK, inkByStatus] as unknown as ExpressionSpecification,
        "line-width": ["case", isFresh, 4, isHovered, 2.5, 1],
      },
    },
    ...markedLayers(),
    {
      id: "selection-casing",
      type: "line",
      source: SELECTION_SOURCE,
      layout: { "line-join": "round" },
      paint: { "line-color": "#ffffff", "line-width": 6.5 },
    },
    {
      id: "selection-line",
      type: "line",
      source: SELECTION_SOURCE,
      layout: { "line-join": "round" },
      paint: { "line-color": INK, "line-width": 3 },
    },
    {
      id: "selection-point",
      type: "circle",
      source: SELECTION_SOURCE,
      filter: ["all", ["==", ["geometry-type"], "Point"], ["!", ["has", "isPin"]]],
      paint: { "circle-radius": 17, "circle-color": "#ffffff", "circle-stroke-color": INK, "circle-stroke-width": 3 },
    },
    {
      id: "parcel-point",
      type: "symbol",
      source: PARCEL_SOURCE,
      "source-layer": "points",
      layout: {
        "icon-image": glyphImage("point", language),
        "icon-size": ["interpolate", ["linear"], ["zoom"], 12, 0.55, 15, 1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        ...NAME_BELOW,
        "text-offset": [0, 1.9],
      },
      paint: NAME_PAINT,
    },
  ];
}

/** Hidden while nothing is selected: an office PC draws in software. */
function markedLayers(): LayerSpecification[] {
  const of = (layer: string, shape: "parcels" | "points") => ({ id: layer, source: PARCEL_SOURCE, "source-layer": shape, layout: { visibility: "none" as const } });
  return [
    { ...of("marked-fill", "parcels"), type: "fill", paint: { "fill-color": MARKED, "fill-opacity": whenMarked(0.14, false), "fill-antialias": false } },
    { ...of("marked-line", "parcels"), type: "line", paint: { "line-color": MARKED, "line-width": whenMarked(3, false) } },
    {
      ...of("marked-point", "points"),
      type: "circle",
      paint: { "circle-radius": 16, "circle-color": MARKED, "circle-opacity": whenMarked(0.14, false), "circle-stroke-color": MARKED, "circle-stroke-width": whenMarked(3, false) },
    },
  ];
}

/** A measure of the marks: of those parcels that are marked, or of all. */
export function whenMarked(measure: number, isAll: boolean): ExpressionSpecification {
  return ["case", ["boolean", ["feature-state", "marked"], isAll], measure, 0];
}

function labelLayers(language: Language): LayerSpecification[] {
  return [
    {
      id: "parcel-badge",
      type: "symbol",
      source: PARCEL_LABEL_SOURCE,
      minzoom: LABELS_FROM_ZOOM,
      layout: {
        "icon-image": glyphImage("badge", language),
        "icon-size": ["interpolate", ["linear"], ["zoom"], LABELS_FROM_ZOOM, 0.7, 15, 1],
        "icon-padding": 1,
        ...NAME_BELOW,
      },
      paint: NAME_PAINT,
    },
    {
      id: CELL_LAYER,
      type: "symbol",
      source: CELL_SOURCE,
      // From here on tiles hold single parcels only.
      maxzoom: 14,
      // Rings leave each other room, so none needs to lie above another: kept in an order, each would be drawn by a call of its own.
      layout: { "icon-image": ringImage, "icon-allow-overlap": true, "symbol-z-order": "source" },
    },
    ...presenceLayers(),
    zoneLabelLayer("zone-label", false),
    zoneLabelLayer("park-label", true),
    {
      // From far the outline of the selected parcel is a dot under a ring: a pin stands above everything.
      id: "selection-pin",
      type: "symbol",
      source: SELECTION_SOURCE,
      filter: ["has", "isPin"],
      maxzoom: 14.5,
      layout: { "icon-image": "pin", "icon-anchor": "bottom", "icon-allow-overlap": true, "icon-ignore-placement": true },
    },
  ];
}

/** Who else is editing where: a ring with the name, light enough to read what lies below. */
function presenceLayers(): LayerSpecification[] {
  return [
    {
      id: "presence-ring",
      type: "circle",
      source: PRESENCE_SOURCE,
      paint: { "circle-radius": 20, "circle-opacity": 0, "circle-color": "#ffffff", "circle-stroke-color": ACCENT, "circle-stroke-width": 2.5 },
    },
    {
      id: "presence-name",
      type: "symbol",
      source: PRESENCE_SOURCE,
      layout: { "text-field": ["concat", "✎ ", ["get", "names"]], "text-font": FONT, "text-size": 12, "text-anchor": "bottom", "text-offset": [0, -1.9], "text-allow-overlap": true },
      paint: { "text-color": "#ffffff", "text-halo-color": ACCENT, "text-halo-width": 3 },
    },
  ];
}

/** Names of parks lie on their parcels: they give way as soon as the parcels themselves can be read. */
function zoneLabelLayer(id: string, isPark: boolean): SymbolLayerSpecification {
  return {
    id,
    type: "symbol",
    source: ZONE_LABEL_SOURCE,
    filter: ["==", ["get", "isPark"], isPark],
    minzoom: isPark ? 11.5 : 10,
    maxzoom: isPark ? 14.25 : 16,
    layout: {
      "text-field": ["get", "name"],
      "text-font": FONT,
      "text-size": isPark ? ["interpolate", ["linear"], ["zoom"], 11.5, 11, 14, 14] : ["interpolate", ["linear"], ["zoom"], 9, 12, 14, 15],
      "text-anchor": isPark ? "center" : "bottom",
      "text-offset": isPark ? [0, 0] : [0, -0.4],
      "text-letter-spacing": isPark ? 0 : 0.06,
      "text-max-width": isPark ? 8 : 20,
      "text-allow-overlap": isPark,
    },
    paint: {
      "text-color": isPark ? INK : "#47605e",
      "text-halo-color": isPark ? "rgba(255,255,255,0.95)" : MAP_GROUND,
      "text-halo-width": isPark ? 2.5 : 2,
    },
  };
}
