import { useEffect } from "react";
import type { Map as MapLibreMap } from "maplibre-gl";
import { MAP_GROUND, ZONE_GROUND } from "../parcels/status";
import { useScheme, type Scheme } from "../ui/colour-scheme";
import { useEngine } from "./map-engine";

interface Ground {
  ground: string;
  zone: string;
  border: string;
  ink: string;
  quietInk: string;
  halo: string;
  casing: string;
}

const GROUNDS: Record<Scheme, Ground> = {
  light: { ground: MAP_GROUND, zone: ZONE_GROUND, border: "#93a8a5", ink: "#1d2b2c", quietInk: "#47605e", halo: "rgba(255,255,255,0.95)", casing: "#ffffff" },
  dark: { ground: "#1a2324", zone: "#202c2d", border: "#5b706e", ink: "#eef4f2", quietInk: "#b4c4c1", halo: "rgba(17,24,25,0.92)", casing: "#11181a" },
};

/** What lies under everything on a map. */
export function groundOf(scheme: Scheme): string {
  return GROUNDS[scheme].ground;
}

/** Gives the map the ground of the light or the dark screen; the fills of statuses are the same on both. */
export function paintScheme(map: MapLibreMap, scheme: Scheme): void {
  const { ground, zone, border, ink, quietInk, halo, casing } = GROUNDS[scheme];
  map.setPaintProperty("ground", "background-color", ground);
  map.setPaintProperty("zone-fill", "fill-color", zone);
  map.setPaintProperty("zone-line", "line-color", border);
  map.setPaintProperty("selection-line", "line-color", ink);
  map.setPaintProperty("selection-casing", "line-color", casing);
  // Names of parcels lie on their fills, which are light on both: they stay dark.
  for (const layer of ["park-label", "zone-label"]) {
    map.setPaintProperty(layer, "text-color", layer === "zone-label" ? quietInk : ink);
    map.setPaintProperty(layer, "text-halo-color", halo);
  }
}

export function SchemeOnMap() {
  const engine = useEngine();
  const scheme = useScheme();
  useEffect(() => {
    if (engine !== null) paintScheme(engine, scheme);
  }, [engine, scheme]);
  return null;
}
