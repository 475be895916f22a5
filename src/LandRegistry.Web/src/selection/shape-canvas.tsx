import { useEffect, useRef, useState, type PointerEvent } from "react";
import type { LonLat } from "../api/types";
import { useTexts } from "../i18n/language-context";
import type { Combination } from "./selection-store";
import { CLICK_PIXELS, distance, extended, isShape, svgPath, type ScreenPoint } from "./shape-path";
import { takeTool, useTool } from "./shape-tool";

interface ShapeCanvasProps {
  /** Degrees of places on the map's box. */
  unproject: (points: readonly ScreenPoint[]) => LonLat[];
  onShape: (ring: LonLat[], how: Combination) => void;
}

/** Lies over the map while a tool is in hand: box and lasso by a drag, a polygon by clicks. Escape puts the tool down. */
export function ShapeCanvas({ unproject, onShape }: ShapeCanvasProps) {
  const { t } = useTexts();
  const tool = useTool();
  const host = useRef<HTMLDivElement>(null);
  const [path, setPath] = useState<readonly ScreenPoint[]>([]);
  const [at, setAt] = useState<ScreenPoint | null>(null);
  const finish = (drawn: readonly ScreenPoint[], how: Combination) => {
    setPath([]);
    if (isShape(drawn)) onShape(unproject(drawn), how);
  };
  useShapeKeys(tool !== null, {
    Escape: () => (path.length > 0 ? setPath([]) : takeTool(null)),
    Enter: (event) => tool === "polygon" && finish(path, combinationOf(event)),
    Backspace: () => setPath(path.slice(0, -1)),
  });
  useEffect(() => setPath([]), [tool]);
  useEffect(() => {
    if (tool !== null) host.current?.focus();
  }, [tool]);
  if (tool === null) return null;

  const placeOf = (event: PointerEvent | React.MouseEvent): ScreenPoint => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const place = placeOf(event);
    if (tool !== "polygon") {
      event.currentTarget.setPointerCapture(event.pointerId);
      return setPath([place]);
    }
    const [first] = path;
    if (first !== undefined && path.length > 2 && distance(first, place) <= CLICK_PIXELS * 2) return finish(path, combinationOf(event));
    setPath([...path, place]);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const place = placeOf(event);
    setAt(place);
    if (tool !== "polygon" && path.length > 0) setPath(extended(tool, path, place));
  };
  const shown = tool === "polygon" && at !== null && path.length > 0 ? [...path, at] : path;
  return (
    <div
      ref={host}
      className="shape-canvas"
      role="application"
      aria-label={t.selection.tools[tool]}
      tabIndex={-1}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={(event) => tool !== "polygon" && finish(path, combinationOf(event))}
      onPointerCancel={() => setPath([])}
      onDoubleClick={(event) => tool === "polygon" && finish(path, combinationOf(event))}
    >
      <svg aria-hidden="true">
        <path d={svgPath(shown, true)} />
        {tool === "polygon" && path.map(([x, y], index) => <circle key={index} cx={x} cy={y} r={index === 0 ? 5 : 3} />)}
      </svg>
      <p className="shape-canvas__hint">{t.selection.toolHints[tool]}</p>
    </div>
  );
}

/** Shift adds to what is selected, Alt takes away. */
function combinationOf(keys: { shiftKey: boolean; altKey: boolean }): Combination {
  return keys.altKey ? "remove" : keys.shiftKey ? "add" : "replace";
}

function useShapeKeys(isOn: boolean, keys: Record<string, (event: KeyboardEvent) => unknown>): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, [role=dialog]") !== null;
      const act = newest.current[event.key];
      if (act === undefined || isTyping) return;
      event.preventDefault();
      act(event);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [isOn]);
}
