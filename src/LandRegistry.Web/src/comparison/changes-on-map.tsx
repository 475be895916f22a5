import { useEffect, useMemo, useRef } from "react";
import { onTilesStale } from "../events/live-changes";
import { areInOrder, differenceQuery } from "../difference/difference-queries";
import { useEngine } from "../map/map-engine";
import { useView } from "../view/view-store";
import { ChangeLayers } from "./change-layers";

/** Colours on the map what the day shown has otherwise than the day that it is compared with. */
export function ChangesOnMap() {
  const engine = useEngine();
  const { comparedWith, asOf, filters } = useView();
  const tiles = useMemo(
    () => (comparedWith === null || !areInOrder({ from: comparedWith, to: asOf }) ? null : `${location.origin}/tiles/difference/{z}/{x}/{y}?${differenceQuery({ from: comparedWith, to: asOf }, filters)}`),
    [comparedWith, asOf, filters],
  );
  const shown = useRef<ChangeLayers | null>(null);
  const isWanted = tiles !== null;
  useEffect(() => {
    if (engine === null || !isWanted) return;
    const made = new ChangeLayers(engine, tiles);
    shown.current = made;
    const stop = onTilesStale(() => made.refresh());
    return () => {
      shown.current = null;
      stop();
      made.remove();
    };
    // Other days and filters reach the layers below.
  }, [engine, isWanted]);
  useEffect(() => {
    if (tiles !== null) shown.current?.setTiles(tiles);
  }, [tiles]);
  return null;
}
