import { addProtocol } from "maplibre-gl";
import { getBytes } from "../api/http";
import { sourceRows } from "../geometry/degree-tiles";

const EDGE = 256;
/** So many strips follow the bend of Mercator to a tenth of a pixel from zoom 5 on. */
const STRIPS = 32;

let isKnown = false;

/** Teaches the map addresses `degrees://key/z/x/y`: pictures of EPSG:4490, warped to the map's projection. */
export function knowDegreeTiles(): void {
  if (isKnown) return;
  isKnown = true;
  addProtocol("degrees", async ({ url }, abort) => {
    const [key = "", z, x, y] = url.slice("degrees://".length).split("/");
    return { data: await warped(key, Number(z), Number(x), Number(y), abort.signal) };
  });
}

async function warped(key: string, zoom: number, column: number, row: number, signal: AbortSignal): Promise<ImageBitmap> {
  const pieces = sourceRows(zoom, row, STRIPS);
  const rows = [...new Set(pieces.map((piece) => piece.row))];
  const pictures = new Map(await Promise.all(rows.map(async (source) => [source, await picture(`/tiles/basemaps/${key}/${zoom}/${column}/${source}`, signal)] as const)));
  const canvas = new OffscreenCanvas(EDGE, EDGE);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser has no 2D canvas");
  for (const { row: source, from, to, targetFrom, targetTo } of pieces) {
    const image = pictures.get(source);
    if (image == null) continue;
    context.drawImage(image, 0, from * image.height, image.width, (to - from) * image.height, 0, targetFrom * EDGE, EDGE, (targetTo - targetFrom) * EDGE);
  }
  return canvas.transferToImageBitmap();
}

async function picture(path: string, signal: AbortSignal): Promise<ImageBitmap | null> {
  const blob = await getBytes(path, signal);
  return blob === null ? null : createImageBitmap(blob);
}
