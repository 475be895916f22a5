import type { FeatureCollection, MultiPolygon, Point, Position } from "geojson";
import type { ZoneOutlines } from "../api/queries";
import { boxOfMultiPolygon } from "../geometry/bounds";
import type { Language } from "../view/view-url";
import { labelPoints } from "./label-points";

export interface ZoneLabel {
  name: string;
  /** A park's name stands in its middle, that of a larger zone above its upper edge, clear of the parks. */
  isPark: boolean;
}

export function zoneLabels(outlines: ZoneOutlines, language: Language): FeatureCollection<Point, ZoneLabel> {
  const features = outlines.features.flatMap((zone, index) => {
    const isPark = zone.properties.kind === "park" || zone.properties.kind === "area";
    const coordinates = isPark ? labelPoints([{ ...zone, id: index }]).features[0]?.geometry.coordinates : overUpperEdge(zone.geometry.coordinates);
    if (coordinates === undefined) return [];
    const name = language === "zh" ? zone.properties.nameZh : zone.properties.nameEn;
    return [{ type: "Feature" as const, properties: { name, isPark }, geometry: { type: "Point" as const, coordinates } }];
  });
  return { type: "FeatureCollection", features };
}

function overUpperEdge(polygons: MultiPolygon["coordinates"]): Position | undefined {
  const box = boxOfMultiPolygon(polygons);
  return box === null ? undefined : [(box[0] + box[2]) / 2, box[3]];
}
