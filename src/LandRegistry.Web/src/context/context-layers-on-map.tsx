import { useEffect } from "react";
import type { Map as MapLibreMap } from "maplibre-gl";
import { useEngine } from "../map/map-engine";
import { useView } from "../view/view-store";
import { useContextLayers, type ContextLayer } from "./context-layer-queries";

/** Above the parcels' fills and below their signs. */
const BELOW = "selection-casing";

/** The context layers that the address names, in their order. */
export function ContextLayersOnMap() {
  const engine = useEngine();
  const { layers: on } = useView();
  const layers = useContextLayers().data;
  const shown = (layers ?? []).filter(({ id }) => on.includes(String(id)));
  const signature = shown.map(({ id, colour, place }) => `${id}/${colour}/${place}`).join();
  useEffect(() => {
    if (engine === null) return;
    const away = shown.map((layer) => lay(engine, layer));
    return () => away.forEach((take) => take());
    // The signature holds what the map depends on.
  }, [engine, signature]);
  return null;
}

function lay(map: MapLibreMap, { id, colour }: ContextLayer): () => void {
  const source = `context-${id}`;
  const of = { source, "source-layer": "layer" } as const;
  map.addSource(source, { type: "vector", tiles: [`${location.origin}/tiles/context/${id}/{z}/{x}/{y}`], minzoom: 0, maxzoom: 16 });
  map.addLayer({ id: `${source}-fill`, type: "fill", ...of, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": colour, "fill-opacity": 0.12 } }, BELOW);
  map.addLayer({ id: `${source}-line`, type: "line", ...of, filter: ["!=", ["geometry-type"], "Point"], paint: { "line-color": colour, "line-width": 2 } }, BELOW);
  map.addLayer({ id: `${source}-point`, type: "circle", ...of, filter: ["==", ["geometry-type"], "Point"], paint: { "circle-color": colour, "circle-radius": 5, "circle-stroke-color": "#ffffff", "circle-stroke-width": 1.5 } }, BELOW);
  map.addLayer({
    id: `${source}-label`,
    type: "symbol",
    ...of,
    minzoom: 12,
    layout: { "text-field": ["coalesce", ["get", "label"], ""], "text-font": ["Noto Sans CJK SC"], "text-size": 11, "text-max-width": 10 },
    paint: { "text-color": colour, "text-halo-color": "rgba(255,255,255,0.95)", "text-halo-width": 1.8 },
  });
  return () => {
    if (map.getSource(source) === undefined) return;
    for (const part of ["fill", "line", "point", "label"]) map.removeLayer(`${source}-${part}`);
    map.removeSource(source);
  };
}
