import type { KeyboardEvent } from "react";
import type { ParcelRow } from "../api/types";
import { between, combined, currentSelection, isSelected, rangeAnchor, select, selectByFilter, setRangeAnchor, useSelection } from "../selection/selection-store";
import { useShapeSelection } from "../selection/use-shape-selection";
import { useView } from "../view/view-store";

/** Checks of rows by mouse and keyboard: Space for one, Shift with an arrow or a click for a range, Ctrl+A for all that the filter shows, loaded or not. */
export function useRowMarks(rows: readonly ParcelRow[]) {
  const selection = useSelection();
  const { asOf, filters, onlyInMapView } = useView();
  const { toggle } = useShapeSelection();

  const mark = (id: number, withShift: boolean) => {
    if (asOf !== null) return;
    const from = rangeAnchor();
    if (withShift && from !== null) return select(combined(currentSelection(), between(rows, from, id), "add"));
    setRangeAnchor(id);
    void toggle(id);
  };
  /** True when the key was for the checks. */
  const onKey = (event: KeyboardEvent, at: number | null, go: (index: number) => void): boolean => {
    const isAll = event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey);
    const isArrow = event.shiftKey && (event.key === "ArrowDown" || event.key === "ArrowUp");
    if (asOf !== null || event.target !== event.currentTarget || (event.key !== " " && !isArrow && !isAll)) return false;
    event.preventDefault();
    // What only the map's view holds is no filter: there it is the rows themselves.
    if (isAll && onlyInMapView) select(combined(currentSelection(), rows.map(({ id }) => id), "add"));
    else if (isAll) selectByFilter(filters);
    else if (event.key === " ") {
      if (at !== null) mark(at, false);
    } else extend(event.key === "ArrowDown" ? 1 : -1, at, go);
    return true;
  };
  const extend = (step: 1 | -1, at: number | null, go: (index: number) => void) => {
    const index = rows.findIndex(({ id }) => id === at);
    const next = rows[index + step];
    if (next === undefined) return;
    if (rangeAnchor() === null && at !== null) setRangeAnchor(at);
    select(combined(currentSelection(), between(rows, rangeAnchor() ?? next.id, next.id), "add"));
    go(index + step);
  };
  return { isMarked: (id: number) => isSelected(selection, id), mark, onKey };
}
