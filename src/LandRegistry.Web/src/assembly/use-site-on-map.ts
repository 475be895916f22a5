import type { Geometry } from "geojson";
import type { MapMouseEvent } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { addDrawingLayers, removeDrawingLayers, showDrawing } from "../drawing/pen/drawing-style";
import { useEngine } from "../map/map-engine";
import { PARCEL_LAYERS } from "../map/map-style";
import { claimPointer } from "../map/pointer-claim";

/** Draws the site onto the map; a click on a parcel there takes it in or out. */
export function useSiteOnMap(shape: Geometry | null, onToggle: (id: number) => void): void {
  const engine = useEngine();
  const newest = useRef(onToggle);
  useEffect(() => {
    newest.current = onToggle;
  });
  useEffect(() => {
    if (engine === null) return;
    const release = claimPointer();
    addDrawingLayers(engine);
    const click = ({ point }: MapMouseEvent) => {
      const id = engine.queryRenderedFeatures(point, { layers: PARCEL_LAYERS })[0]?.id;
      if (typeof id === "number") newest.current(id);
    };
    engine.on("click", click);
    return () => {
      engine.off("click", click);
      removeDrawingLayers(engine);
      release();
    };
  }, [engine]);
  useEffect(() => {
    if (engine === null) return;
    showDrawing(engine, { type: "FeatureCollection", features: shape === null ? [] : [{ type: "Feature", properties: { role: "part", nth: 0 }, geometry: shape }] });
  }, [engine, shape]);
}
