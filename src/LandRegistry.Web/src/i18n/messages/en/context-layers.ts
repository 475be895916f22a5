import type { Wording } from "../wording";
import type { contextLayersZh } from "../zh/context-layers";

export const contextLayersEn: Wording<typeof contextLayersZh> = {
  title: "Basemap and layers",
  basemap: "Basemap",
  none: "No basemap",
  noneConfigured: "No basemap is configured. An administrator can do so in basemaps.json of the data folder; see the user guide.",
  layers: "Layers",
  graticule: "Graticule",
};
