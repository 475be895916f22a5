import { plural, type Wording } from "../wording";
import type { zoneExtentZh } from "../zh/zone-extent";

export const zoneExtentEn: Wording<typeof zoneExtentZh> = {
  set: "Set extent",
  change: "Change extent",
  title: (zone) => `${zone}: extent`,
  what: "With its extent, coordinate systems can be told, and parcels that name no zone are put where they lie.",
  replaces: "The zone has an extent; the new file takes its place.",
  file: "File with the extent",
  fileHint: "GeoJSON, GeoPackage, FlatGeobuf, KML or a zipped shapefile that says its coordinate system; its areas are united",
  submit: "Take as extent",
  done: (area, parts) => `The extent is set: ${area}, ${plural(parts, "part", "parts")}`,
  outside: (count) => `${plural(count, "parcel of the zone lies", "parcels of the zone lie")} outside it; look at them again.`,
};
