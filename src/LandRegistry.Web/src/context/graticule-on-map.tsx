import { useEffect } from "react";
import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { graticule } from "../geometry/graticule";
import { useScheme } from "../ui/colour-scheme";
import { useEngine } from "../map/map-engine";

const SOURCE = "graticule";
const LAYERS = ["graticule-line", "graticule-label"] as const;

/** Meridians and parallels of CGCS2000, drawn anew where the map goes. */
export function GraticuleOnMap() {
  const engine = useEngine();
  const isDark = useScheme() === "dark";
  useEffect(() => {
    if (engine === null) return;
    engine.addSource(SOURCE, { type: "geojson", data: linesOf(engine) });
    engine.addLayer({ id: LAYERS[0], type: "line", source: SOURCE, paint: { "line-color": "#5b706e", "line-width": 0.8, "line-opacity": 0.6 } });
    engine.addLayer({
      id: LAYERS[1],
      type: "symbol",
      source: SOURCE,
      layout: { "symbol-placement": "line", "symbol-spacing": 420, "text-field": ["get", "label"], "text-font": ["Noto Sans CJK SC"], "text-size": 11, "text-offset": [0, -0.6] },
      paint: { "text-color": isDark ? "#d5e2df" : "#2f4645", "text-halo-color": isDark ? "rgba(17,24,25,0.9)" : "rgba(255,255,255,0.9)", "text-halo-width": 1.5 },
    });
    const move = () => engine.getSource<GeoJSONSource>(SOURCE)?.setData(linesOf(engine));
    engine.on("moveend", move);
    return () => {
      engine.off("moveend", move);
      if (engine.getSource(SOURCE) === undefined) return;
      LAYERS.forEach((layer) => engine.removeLayer(layer));
      engine.removeSource(SOURCE);
    };
  }, [engine, isDark]);
  return null;
}

function linesOf(map: MapLibreMap) {
  const bounds = map.getBounds();
  return graticule([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
}
