import { useEffect, useRef, useState } from "react";
import { useEngine } from "../map/map-engine";
import { currentView } from "../view/view-store";
import { CameraHistory } from "./camera-history";

/** Where a movement ends for so long counts as a view that was looked at. */
const REST_MILLISECONDS = 400;

/** The way back and forth through the views of the map. */
export function useCameraHistory() {
  const engine = useEngine();
  const history = useRef(new CameraHistory());
  const opened = useRef(currentView().camera);
  const [can, setCan] = useState({ back: false, forth: false });
  useEffect(() => {
    if (engine === null) return;
    const tell = () => setCan({ back: history.current.canGo(-1), forth: history.current.canGo(1) });
    const note = () => {
      const { lng, lat } = engine.getCenter();
      history.current.visit({ zoom: engine.getZoom(), centre: [lng, lat] });
      tell();
    };
    // Whoever zooms before the map has finished loading can still go back to where it opened.
    if (opened.current !== null && Math.abs(opened.current.zoom - engine.getZoom()) >= 1e-3) history.current.visit(opened.current);
    opened.current = null;
    note();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onMove = () => {
      clearTimeout(waiting);
      waiting = setTimeout(note, REST_MILLISECONDS);
    };
    engine.on("moveend", onMove);
    return () => {
      clearTimeout(waiting);
      engine.off("moveend", onMove);
    };
  }, [engine]);
  const go = (steps: -1 | 1) => {
    const to = history.current.go(steps);
    if (to !== null) engine?.easeTo({ center: to.centre, zoom: to.zoom, duration: 300 });
    setCan({ back: history.current.canGo(-1), forth: history.current.canGo(1) });
  };
  return { canGoBack: can.back, canGoForth: can.forth, go };
}
