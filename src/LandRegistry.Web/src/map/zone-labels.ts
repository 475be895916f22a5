import type { FeatureCollection, Point } from "geojson";
import type { ZoneOutlines } from "../api/queries";
import { boxOfMultiPolygon } from "../geometry/bounds";
import type { Language } from "../view/view-url";

/** One label per zone above the middle of its upper edge, where it covers no parcel. */
export function zoneLabels(outlines: ZoneOutlines, language: Language): FeatureCollection<Point, { name: string }> {
  const features = outlines.features.flatMap((zone) => {
    const box = boxOfMultiPolygon(zone.geometry.coordinates);
    if (box === null) return [];
    const name = language === "zh" ? zone.properties.nameZh : zone.properties.nameEn;
    const coordinates = [(box[0] + box[2]) / 2, box[3]];
    return [{ type: "Feature" as const, properties: { name }, geometry: { type: "Point" as const, coordinates } }];
  });
  return { type: "FeatureCollection", features };
}
