import type { Wording } from "../wording";
import type { newZoneZh } from "../zh/new-zone";

export const newZoneEn: Wording<typeof newZoneZh> = {
  add: "New zone",
  none: "The register has no zone yet. A parcel lies in one: make a zone first.",
  title: "A new zone",
  submit: "Make it",
  nameZh: "Name in Chinese",
  nameEn: "Name in English",
  nameEnHint: "may be empty; the Chinese name is shown then",
  code: "Code",
  codeHint: "short and never changed: letters, digits and hyphens, such as EAST-PARK",
  kind: "Kind",
  kinds: { country: "country", province: "province", city: "city", county: "county", development_zone: "development zone", park: "park", area: "area" },
  parent: "Lies in",
  noParent: "none",
  county: "County code",
  countyHint: "six digits; empty for that of the zone above",
};
