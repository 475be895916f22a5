import type { Map as MapLibreMap } from "maplibre-gl";
import type { LonLat } from "../api/types";
import { measure } from "../geometry/measure";
import { drawSheet, type SheetContent } from "./draw-sheet";
import { deflatedImage, pngOf } from "./image-files";
import { mapPicture } from "./map-picture";
import { pdfOf } from "./pdf-file";
import { layoutOf, scaleToHold, type Orientation, type Paper } from "./sheet-layout";

export type SheetFormat = "pdf" | "png";

export interface SheetChoice {
  paper: Paper;
  orientation: Orientation;
  format: SheetFormat;
}

/** Fine enough that letters of two millimetres print clean. */
export const PRINT_DOTS_PER_INCH = 300;
export const PREVIEW_DOTS_PER_INCH = 60;

/** The round scale at which the sheet holds what the screen shows. */
export function usualScale(map: MapLibreMap, { paper, orientation }: SheetChoice): number {
  const bounds = map.getBounds();
  const { lng, lat } = map.getCenter();
  const width = measure([[bounds.getWest(), lat], [bounds.getEast(), lat]] as LonLat[]).lengthMetres;
  const height = measure([[lng, bounds.getSouth()], [lng, bounds.getNorth()]] as LonLat[]).lengthMetres;
  return scaleToHold(width, height, layoutOf(paper, orientation).map);
}

/** Draws the sheet; the same at every fineness. */
export async function makeSheet(map: MapLibreMap, choice: SheetChoice, content: SheetContent, dotsPerInch: number) {
  const layout = layoutOf(choice.paper, choice.orientation);
  const { lng, lat } = map.getCenter();
  const picture = await mapPicture(map, { frame: layout.map, centre: [lng, lat], denominator: content.denominator, dotsPerInch });
  return { layout, pen: drawSheet(layout, content, picture, dotsPerInch) };
}

/** The sheet as a file for the printer. */
export async function sheetFile(map: MapLibreMap, choice: SheetChoice, content: SheetContent): Promise<Blob> {
  const { layout, pen } = await makeSheet(map, choice, content, PRINT_DOTS_PER_INCH);
  if (choice.format === "png") return pngOf(pen.canvas, PRINT_DOTS_PER_INCH);
  return pdfOf({ width: layout.width, height: layout.height, image: await deflatedImage(pen.canvas), texts: pen.texts, title: content.title });
}
