import { useEffect } from "react";
import type { LonLat } from "../api/types";
import { boxAround } from "../geometry/bounds";
import { currentEngine, useEngine } from "../map/map-engine";
import { areClear, EDGE, freeLeft, PANEL_RIGHT } from "./clear-of-panel";

/** Typed vertices are of small things: the map comes no nearer than this. */
const NEAREST_ZOOM = 18;

/** Moves the map to vertices that were typed, unless all of them can be seen already. */
export function showBesidePanel(places: readonly LonLat[]): void {
  const engine = currentEngine();
  const box = boxAround(places);
  if (engine === null || box === null) return;
  const { clientWidth: width, clientHeight: height } = engine.getContainer();
  if (areClear(places.map((place) => engine.project(place)), { width, height })) return;
  const padding = { top: EDGE, right: EDGE, bottom: EDGE, left: freeLeft({ width, height }) + EDGE };
  engine.fitBounds(box, { padding, maxZoom: Math.max(engine.getZoom(), NEAREST_ZOOM), duration: 300 });
}

/** Moves the map once so that what is worked on lies beside the panel and not under it. */
export function useClearOfPanel(at: LonLat | null): void {
  const engine = useEngine();
  const [longitude, latitude] = at ?? [null, null];
  useEffect(() => {
    if (engine === null || longitude === null || latitude === null) return;
    const clear = () => {
      const { x } = engine.project([longitude, latitude]);
      const width = engine.getContainer().clientWidth;
      const middle = PANEL_RIGHT + (width - PANEL_RIGHT) / 2;
      if (x < PANEL_RIGHT + EDGE && width > PANEL_RIGHT + 2 * EDGE) engine.panBy([x - middle, 0], { duration: 300 });
    };
    // The map may be on its way to the parcel, or set out in a moment, when its new size is known.
    const timer = setTimeout(() => (engine.isMoving() ? engine.once("moveend", clear) : clear()), 120);
    return () => {
      clearTimeout(timer);
      engine.off("moveend", clear);
    };
  }, [engine, longitude, latitude]);
}
