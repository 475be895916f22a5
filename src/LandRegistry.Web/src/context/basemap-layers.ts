import { addProtocol, type LayerSpecification, type Map as MapLibreMap, type SourceSpecification } from "maplibre-gl";
import { PMTiles, Protocol } from "pmtiles";
import type { Basemap } from "./basemap-queries";
import { knowDegreeTiles } from "./degree-protocol";

const SOURCE = "basemap";
/** Everything of the registry lies above this. */
const ABOVE = "zone-fill";
/** A basemap steps back behind the parcels. */
const RASTER_OPACITY = 0.75;

let archives: Protocol | null = null;

/** Lays a basemap under everything; the function handed back takes it away again. */
export async function layBasemap(map: MapLibreMap, basemap: Basemap): Promise<() => void> {
  const { source, layers } = await partsOf(basemap);
  map.addSource(SOURCE, source);
  layers.forEach((layer) => map.addLayer(layer, ABOVE));
  // The zones' ground would hide it.
  map.setPaintProperty("zone-fill", "fill-opacity", 0.15);
  return () => {
    if (map.getSource(SOURCE) === undefined) return;
    layers.forEach(({ id }) => map.removeLayer(id));
    map.removeSource(SOURCE);
    map.setPaintProperty("zone-fill", "fill-opacity", 1);
  };
}

interface Parts {
  source: SourceSpecification;
  layers: LayerSpecification[];
}

async function partsOf(basemap: Basemap): Promise<Parts> {
  const { key, form, minZoom: minzoom, maxZoom: maxzoom, attribution, tileSize } = basemap;
  const bounds = basemap.bounds?.length === 4 ? { bounds: basemap.bounds as [number, number, number, number] } : {};
  const served = `${location.origin}/tiles/basemaps/${key}/{z}/{x}/{y}`;
  if (form === "archive") return archiveParts(basemap);
  if (form === "vector") return { source: { type: "vector", tiles: [served], minzoom, maxzoom, attribution, ...bounds }, layers: plainLayers(basemap.layers) };
  if (form === "degrees") knowDegreeTiles();
  const tiles = [form === "degrees" ? `degrees://${key}/{z}/{x}/{y}` : served];
  return { source: { type: "raster", tiles, tileSize, minzoom, maxzoom, attribution, ...bounds }, layers: [rasterLayer()] };
}

async function archiveParts({ key, attribution }: Basemap): Promise<Parts> {
  const address = `${location.origin}/tiles/basemaps/${key}/archive`;
  if (archives === null) {
    archives = new Protocol();
    addProtocol("pmtiles", archives.tile);
  }
  const archive = new PMTiles(address);
  archives.add(archive);
  const header = await archive.getHeader();
  const url = `pmtiles://${address}`;
  // 1 is the vector tile in the header of PMTiles 3.
  if (header.tileType !== 1) return { source: { type: "raster", url, tileSize: 256, attribution }, layers: [rasterLayer()] };
  const metadata = (await archive.getMetadata()) as { vector_layers?: { id: string }[] };
  return { source: { type: "vector", url, attribution }, layers: plainLayers((metadata.vector_layers ?? []).map(({ id }) => id)) };
}

function rasterLayer(): LayerSpecification {
  return { id: "basemap", type: "raster", source: SOURCE, paint: { "raster-opacity": RASTER_OPACITY, "raster-fade-duration": 0 } };
}

/** Vector tiles of whatever schema, quietly: grounds in grey, water in blue, lines thin. */
function plainLayers(names: readonly string[]): LayerSpecification[] {
  return names.flatMap((name): LayerSpecification[] => {
    const isWater = /water|river|lake|ocean/i.test(name);
    const colour = isWater ? "#b9d3e3" : "#b6bfbd";
    const of = { source: SOURCE, "source-layer": name };
    return [
      { id: `basemap-${name}-fill`, type: "fill", ...of, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": colour, "fill-opacity": isWater ? 0.7 : 0.18 } },
      { id: `basemap-${name}-line`, type: "line", ...of, filter: ["==", ["geometry-type"], "LineString"], paint: { "line-color": colour, "line-width": 1 } },
    ];
  });
}
