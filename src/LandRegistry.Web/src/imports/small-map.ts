import type { FeatureCollection } from "geojson";
import { Map as MapLibreMap, type LayerSpecification, type SourceSpecification, type StyleSpecification } from "maplibre-gl";
import { useEffect, useRef, useState, type RefObject } from "react";
import "../map/map-worker";
import { groundOf } from "../map/map-scheme";
import { useScheme, type Scheme } from "../ui/colour-scheme";

/** The layers of a small map on light and on dark ground. */
export type SmallLayers = Record<Scheme, readonly LayerSpecification[]>;

export const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

const STANDING: Record<Scheme, string> = { light: "#9aa9a8", dark: "#5b706e" };

/** A map of the parcels that stand, with sources of shapes that are filled later and the layers over them. */
function styleOf(sources: readonly string[], layers: readonly LayerSpecification[], scheme: Scheme): StyleSpecification {
  const filledLater: Record<string, SourceSpecification> = Object.fromEntries(sources.map((name) => [name, { type: "geojson", data: EMPTY } as const]));
  return {
    version: 8,
    sources: { standing: { type: "vector", tiles: [`${location.origin}/tiles/parcels/{z}/{x}/{y}`], minzoom: 0, maxzoom: 16 }, ...filledLater },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": groundOf(scheme) } },
      { id: "standing", type: "line", source: "standing", "source-layer": "parcels", paint: { "line-color": STANDING[scheme], "line-width": 1 } },
      ...layers,
    ],
  };
}

/** The map, once it can be drawn on, in the element that the reference is given to. */
export function useSmallMap(sources: readonly string[], layers: SmallLayers): [RefObject<HTMLDivElement | null>, MapLibreMap | null] {
  const scheme = useScheme();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const made = new MapLibreMap({ container: box.current, style: styleOf(sources, layers[scheme], scheme), attributionControl: false, center: [104, 35], zoom: 3 });
    made.once("load", () => setMap(made));
    return () => {
      setMap(null);
      made.remove();
    };
  }, [sources, layers, scheme]);
  return [box, map];
}
