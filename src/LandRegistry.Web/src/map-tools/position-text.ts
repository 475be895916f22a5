import type { LonLat } from "../api/types";
import { toGaussKruger } from "../geometry/gauss-kruger";
import { printPosition } from "../i18n/format";
import type { Language } from "../view/view-url";

/** How coordinates are written: decimal degrees, degrees with minutes and seconds, or metres of the 3-degree zone. */
export const POSITION_FORMATS = ["degrees", "dms", "gauss-kruger"] as const;
export type PositionFormat = (typeof POSITION_FORMATS)[number];

export function positionText(at: LonLat, format: PositionFormat, language: Language): string {
  if (format === "degrees") return printPosition(at);
  return format === "dms" ? dms(at) : gaussKruger(at, language);
}

/** Seconds to a hundredth, about 0.3 metres. */
function dms([longitude, latitude]: LonLat): string {
  return `${sexagesimal(longitude, "E", "W")}  ${sexagesimal(latitude, "N", "S")}`;
}

function sexagesimal(degrees: number, positive: string, negative: string): string {
  const hundredths = Math.round(Math.abs(degrees) * 360_000);
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  const seconds = hundredths % 6000;
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `${Math.floor(hundredths / 360_000)}°${pad(minutes, 2)}′${pad(Math.floor(seconds / 100), 2)}.${pad(seconds % 100, 2)}″${degrees < 0 ? negative : positive}`;
}

/** X is northing and Y easting in China; the easting carries the number of its zone. */
function gaussKruger(at: LonLat, language: Language): string {
  const { zone, northingMetres, eastingMetres } = toGaussKruger(at);
  const easting = (zone * 1e6 + eastingMetres).toFixed(2);
  return language === "zh" ? `X ${northingMetres.toFixed(2)}  Y ${easting}` : `N ${northingMetres.toFixed(2)}  E ${easting}`;
}
