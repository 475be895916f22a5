import { useEffect, useState } from "react";
import { useDrawingTask } from "../drawing/drawing-tasks";
import type { ParcelMap } from "../map/parcel-map";
import { filterQuery } from "../view/filters";
import { currentView, useView } from "../view/view-store";
import { clearSelection, combined, currentSelection, NOTHING, select, useSelection } from "./selection-store";
import { ShapeCanvas } from "./shape-canvas";
import type { ScreenPoint } from "./shape-path";
import { takeTool } from "./shape-tool";
import { ShapeTools } from "./shape-tools";
import { ShiftDrag } from "./shift-drag";
import { useShapeSelection } from "./use-shape-selection";

interface MapSelectionProps {
  map: ParcelMap | null;
  /** The map's box on the screen. */
  box: HTMLElement | null;
}

/** Selecting on the map: Shift and a click for one, Shift and a drag or a tool for many; what is selected is drawn. */
export function MapSelection({ map, box }: MapSelectionProps) {
  const selection = useSelection();
  const { asOf, filters } = useView();
  const { takeShape, toggle } = useShapeSelection();
  const drawing = useDrawingTask();
  const [start, setStart] = useState<ScreenPoint | null>(null);
  useEffect(() => {
    if (map === null) return;
    map.onSelecting({
      // The parcel whose card is open is what one began with.
      toggle: (id) => {
        const { selected } = currentView();
        const before = currentSelection();
        if (before === NOTHING && selected !== null && selected !== id) select(combined(NOTHING, [selected], "replace"));
        void toggle(id);
      },
      press: setStart,
    });
  });
  useEffect(() => map?.marks.setSelected(selection.kind === "filter" ? "all" : selection.ids), [map, selection]);
  // All that a filter shows is no more what it was under another filter; and the past is only looked at.
  const query = filterQuery(filters, null).toString();
  useEffect(() => {
    const now = currentSelection();
    if (now.kind === "filter" && now.query !== query) clearSelection();
  }, [query]);
  useEffect(() => {
    if (asOf !== null) clearSelection();
  }, [asOf]);
  // Whoever draws boundaries has the pointer.
  useEffect(() => {
    if (drawing !== null) takeTool(null);
  }, [drawing]);
  if (map === null || asOf !== null || drawing !== null) return null;
  const unproject = (points: readonly ScreenPoint[]) => points.map((point) => map.unproject(point));
  return (
    <>
      <ShapeTools onShape={(ring, how) => void takeShape(ring, how)} />
      <ShapeCanvas unproject={unproject} onShape={(ring, how) => void takeShape(ring, how)} />
      <ShiftDrag start={start} box={box} unproject={unproject} onShape={(ring) => void takeShape(ring, "add")} onEnd={() => setStart(null)} />
    </>
  );
}
