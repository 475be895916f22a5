import { useEffect } from "react";
import { useEngine } from "../map/map-engine";
import { useView } from "../view/view-store";
import { layBasemap } from "./basemap-layers";
import { useBasemaps } from "./basemap-queries";

/** The basemap that the address names, under everything; says whose map it is. */
export function BasemapOnMap() {
  const engine = useEngine();
  const { basemap: key } = useView();
  const basemap = useBasemaps().data?.basemaps.find((one) => one.key === key);
  useEffect(() => {
    if (engine === null || basemap === undefined) return;
    let take: (() => void) | null = null;
    let isWanted = true;
    layBasemap(engine, basemap)
      .then((away) => (isWanted ? (take = away) : away()))
      // A file that cannot be read is told in the list; the map stays as it is.
      .catch(() => undefined);
    return () => {
      isWanted = false;
      take?.();
    };
  }, [engine, basemap]);
  return basemap === undefined || basemap.attribution === "" ? null : <div className="map-attribution">{basemap.attribution}</div>;
}
