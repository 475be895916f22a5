import { useEffect, useState } from "react";
import type { LonLat } from "../api/types";
import { extended, isShape, svgPath, type ScreenPoint } from "./shape-path";

interface ShiftDragProps {
  /** Where a press with Shift began, in pixels of the map's box; null while there is none. */
  start: ScreenPoint | null;
  box: HTMLElement | null;
  unproject: (points: readonly ScreenPoint[]) => LonLat[];
  onShape: (ring: LonLat[]) => void;
  onEnd: () => void;
}

/** A box drawn with Shift held, without a tool: adds to what is selected. */
export function ShiftDrag({ start, box, unproject, onShape, onEnd }: ShiftDragProps) {
  const [path, setPath] = useState<readonly ScreenPoint[]>([]);
  useEffect(() => {
    if (start === null || box === null) return;
    let drawn: readonly ScreenPoint[] = [start];
    const onMove = (event: globalThis.PointerEvent) => {
      const { left, top } = box.getBoundingClientRect();
      drawn = extended("box", drawn, [event.clientX - left, event.clientY - top]);
      setPath(drawn);
    };
    const onUp = () => {
      setPath([]);
      onEnd();
      if (isShape(drawn)) onShape(unproject(drawn));
    };
    addEventListener("pointermove", onMove);
    addEventListener("pointerup", onUp);
    return () => {
      removeEventListener("pointermove", onMove);
      removeEventListener("pointerup", onUp);
    };
    // A drag runs from its press to its release with what was there at the press.
  }, [start]);
  if (!isShape(path)) return null;
  return (
    <svg className="shape-drag" aria-hidden="true">
      <path d={svgPath(path, true)} />
    </svg>
  );
}
