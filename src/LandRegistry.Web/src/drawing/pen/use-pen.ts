import { useEffect, useRef, useState, type Dispatch } from "react";
import type { LonLat } from "../../api/types";
import { useEngine } from "../../map/map-engine";
import type { Action } from "../editor/editor";
import { actionOnMap } from "../editor/editor-keys";
import type { Scene } from "./drawing-features";
import { DrawingPen, type PenSettings } from "./drawing-pen";

/** Lays a scene on the map while it is on the screen, and hands the editor what pointer and keys do there. */
export function usePen(scene: Scene, settings: PenSettings, act: Dispatch<Action>, stepMetres: number): LonLat | null {
  const engine = useEngine();
  const pen = useRef<DrawingPen | null>(null);
  const [pointer, setPointer] = useState<LonLat | null>(null);
  const newest = useRef({ scene, settings, stepMetres });
  useEffect(() => {
    newest.current = { scene, settings, stepMetres };
  });
  useEffect(() => {
    if (engine === null) return;
    const made = new DrawingPen(engine, act, setPointer);
    pen.current = made;
    made.show(newest.current.scene, newest.current.settings);
    const onKey = (event: KeyboardEvent) => {
      const { lng, lat } = engine.getCenter();
      const action = actionOnMap(event, newest.current.scene.editor, newest.current.stepMetres, [lng, lat]);
      if (action === null) return;
      act(action);
      // The map would go its own way with the same keys.
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const container = engine.getCanvasContainer();
    container.addEventListener("keydown", onKey, true);
    return () => {
      container.removeEventListener("keydown", onKey, true);
      made.remove();
      pen.current = null;
    };
  }, [engine, act]);
  useEffect(() => pen.current?.show(scene, settings), [scene, settings]);
  return pointer;
}
