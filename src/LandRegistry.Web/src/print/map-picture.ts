import { Map as MapLibreMap } from "maplibre-gl";
import type { LonLat } from "../api/types";
import { LABEL_FONT } from "../map/canvas-image";
import { CellRings } from "../map/cell-rings";
import { showDetail } from "../map/detail-at-rest";
import { MapImages } from "../map/map-images";
import { paintScheme } from "../map/map-scheme";
import { ParcelLabels } from "../map/parcel-labels";
import type { Box } from "./sheet-layout";
import { zoomOfScale } from "./sheet-layout";

/** Beyond this a map that is not drawn yet is taken as it is; software drawing of an A3 sheet takes seconds. */
const LONGEST_MILLISECONDS = 60_000;
/** More than drawing surfaces of office PCs allow. */
const MOST_PIXELS = 8192;

interface PictureOptions {
  frame: Box;
  centre: LonLat;
  /** Of the scale. */
  denominator: number;
  dotsPerInch: number;
}

/** The map that is on the screen, drawn once more beside it: larger, finer, and on the light ground, for paper. */
export async function mapPicture(shown: MapLibreMap, { frame, centre, denominator, dotsPerInch }: PictureOptions): Promise<HTMLCanvasElement> {
  const [width, height] = [frame.width, frame.height].map((millimetres) => Math.round((millimetres / 25.4) * 96)) as [number, number];
  const host = document.createElement("div");
  host.setAttribute("aria-hidden", "true");
  host.inert = true;
  host.style.cssText = `position: fixed; left: -20000px; top: 0; width: ${width}px; height: ${height}px`;
  document.body.append(host);
  try {
    const map = new MapLibreMap({
      container: host,
      style: shown.getStyle(),
      center: centre,
      zoom: zoomOfScale(denominator, centre[1]),
      pixelRatio: Math.min(dotsPerInch / 96, MOST_PIXELS / Math.max(width, height)),
      maxCanvasSize: [MOST_PIXELS, MOST_PIXELS],
      canvasContextAttributes: { preserveDrawingBuffer: true },
      localIdeographFontFamily: LABEL_FONT,
      attributionControl: false,
      interactive: false,
      fadeDuration: 0,
      trackResize: false,
    });
    new MapImages(map);
    new ParcelLabels(map);
    new CellRings(map);
    const failed = new Promise<never>((_, reject) => map.on("webglcontextlost", () => reject(new Error("The graphics of this computer gave up"))));
    await Promise.race([settle(map), failed]);
    const picture = copyOf(map.getCanvas());
    map.remove();
    return picture;
  } finally {
    host.remove();
  }
}

/** Signs and rings are placed when the map first falls idle, and drawn before the second time. */
async function settle(map: MapLibreMap): Promise<void> {
  await map.once("load");
  paintScheme(map, "light");
  // The map on the screen may just be moving, without edges and names.
  showDetail(map, true);
  const end = performance.now() + LONGEST_MILLISECONDS;
  for (let quiet = 0; quiet < 2 && performance.now() < end; ) {
    map.triggerRepaint();
    await Promise.race([map.once("idle"), new Promise((resolve) => setTimeout(resolve, Math.max(0, end - performance.now())))]);
    quiet = map.areTilesLoaded() ? quiet + 1 : 0;
  }
}

function copyOf(source: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = source.width;
  canvas.height = source.height;
  canvas.getContext("2d")?.drawImage(source, 0, 0);
  return canvas;
}
