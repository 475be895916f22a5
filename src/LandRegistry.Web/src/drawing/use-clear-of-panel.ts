import { useEffect } from "react";
import type { LonLat } from "../api/types";
import { useEngine } from "../map/map-engine";

/** The panel takes the left of the map up to here, pixels. */
const PANEL_RIGHT = 400;
const EDGE = 48;

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
