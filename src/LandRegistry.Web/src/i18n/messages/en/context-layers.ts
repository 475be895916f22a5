import type { Wording } from "../wording";
import type { contextLayersZh } from "../zh/context-layers";

export const contextLayersEn: Wording<typeof contextLayersZh> = {
  title: "Basemap and layers",
  basemap: "Basemap",
  none: "No basemap",
  noneConfigured: "No basemap is configured. An administrator can do so in basemaps.json of the data folder; see the user guide.",
  layers: "Layers",
  graticule: "Graticule",
  noLayers: "No layers yet. Add a file, of plans or roads for instance, to see it with the parcels.",
  add: "Add a layer",
  addDo: "Add",
  file: "File",
  fileHint: "GeoJSON, GeoPackage, FlatGeobuf, KML, or a shapefile in a zip; at most 64 MB and 100,000 shapes.",
  name: "Name",
  source: "Source",
  sourceHint: "Whose, from where, of when",
  licence: "Licence",
  colour: "Colour",
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  withdraw: (name) => `Take ${name} away`,
  withdrawAsk: (name) => `Take the layer “${name}” away for everybody?`,
  withdrawDo: "Take away",
  shapes: (count) => `${count} shapes`,
  notChanged: "The layer could not be changed; try again",
};
