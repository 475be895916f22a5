import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import { useTexts } from "../i18n/language-context";
import { positionsOf } from "../map/map-start";
import { useShapes, type Import, type ImportRow } from "./import-queries";
import { EMPTY, useSmallMap, type SmallLayers } from "./small-map";

const ROWS = "import-rows";
const BEFORE = "import-before";
const AFTER = "import-after";
const SOURCES = [ROWS, BEFORE, AFTER];

/** Lines and fills by what the row does; refused ones are dashed too, so that colour alone says nothing. */
const layersOf = (fresh: string, changed: string, refused: string, before: string, after: string): SmallLayers[keyof SmallLayers] => [
  { id: "rows-fill", type: "fill", source: ROWS, paint: { "fill-color": ["match", ["get", "effect"], "refused", refused, "changed", changed, "new", fresh, "#7b8a89"], "fill-opacity": 0.25 } },
  { id: "rows-line", type: "line", source: ROWS, filter: ["!=", ["get", "effect"], "refused"], paint: { "line-color": ["match", ["get", "effect"], "changed", changed, "new", fresh, "#7b8a89"], "line-width": 1.5 } },
  { id: "rows-refused", type: "line", source: ROWS, filter: ["==", ["get", "effect"], "refused"], paint: { "line-color": refused, "line-width": 1.5, "line-dasharray": [3, 2] } },
  { id: "rows-point", type: "circle", source: ROWS, filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 4, "circle-color": ["match", ["get", "effect"], "refused", refused, "changed", changed, fresh] } },
  { id: "before-line", type: "line", source: BEFORE, paint: { "line-color": before, "line-width": 2, "line-dasharray": [2, 2] } },
  { id: "after-fill", type: "fill", source: AFTER, paint: { "fill-color": after, "fill-opacity": 0.2 } },
  { id: "after-line", type: "line", source: AFTER, paint: { "line-color": after, "line-width": 2.5 } },
  { id: "after-point", type: "circle", source: AFTER, filter: ["==", ["geometry-type"], "Point"], paint: { "circle-radius": 6, "circle-color": after } },
];

const LAYERS: SmallLayers = {
  light: layersOf("#0f5e63", "#9a6700", "#b3261e", "#1d2b2c", "#a3107c"),
  dark: layersOf("#4db6b0", "#d9a441", "#f0857d", "#eef4f2", "#e07cc4"),
};

/** The rows over the parcels that stand; of the row that is looked at, its boundary before and after. */
export function PreviewMap({ item, version, shown }: { item: Import; version: string; shown: ImportRow | null }) {
  const { t } = useTexts();
  const [box, map] = useSmallMap(SOURCES, LAYERS);
  const shapes = useShapes(item.id, version);
  const bbox = item.bbox;
  useEffect(() => {
    if (map === null) return;
    const features = (shapes.data ?? []).map(({ row, effect, shape }) => feature(shape, { row, effect }));
    map.getSource<GeoJSONSource>(ROWS)?.setData({ type: "FeatureCollection", features });
  }, [map, shapes.data]);
  useEffect(() => {
    if (map === null) return;
    map.getSource<GeoJSONSource>(BEFORE)?.setData(one(shown?.shapeBefore));
    map.getSource<GeoJSONSource>(AFTER)?.setData(one(shown?.shape));
    const looked = shown?.shape ?? shown?.shapeBefore;
    const at = looked == null ? [] : positionsOf(looked as unknown as Geometry);
    const [west, south, east, north] = at.length > 0 ? boxOf(at) : (bbox ?? []);
    if (west === undefined || south === undefined || east === undefined || north === undefined) return;
    map.fitBounds([west, south, east, north], { padding: 40, maxZoom: 17, animate: false });
  }, [map, shown, bbox]);
  return (
    <figure className="import-map">
      <div ref={box} className="import-map__box" role="img" aria-label={t.imports.map} />
      <figcaption className="muted">{bbox === null ? t.imports.noPlace : t.imports.mapLegend}</figcaption>
    </figure>
  );
}

function one(shape: unknown): FeatureCollection {
  return shape === null || shape === undefined ? EMPTY : { type: "FeatureCollection", features: [feature(shape, {})] };
}

function feature(shape: unknown, properties: Record<string, unknown>): Feature {
  return { type: "Feature", geometry: shape as Geometry, properties };
}

function boxOf(at: readonly (readonly [number, number])[]): [number, number, number, number] {
  return [Math.min(...at.map(([x]) => x)), Math.min(...at.map(([, y]) => y)), Math.max(...at.map(([x]) => x)), Math.max(...at.map(([, y]) => y))];
}
