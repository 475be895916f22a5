import type { Wording } from "../wording";
import type { printZh } from "../zh/print";

export const printEn: Wording<typeof printZh> = {
  open: "Print the map",
  title: "Land registry map",
  titleField: "Title",
  paper: "Paper",
  orientation: "Orientation",
  orientations: { landscape: "Landscape", portrait: "Portrait" },
  format: "Format",
  scale: "Scale",
  download: "Download",
  making: "Drawing",
  fineness: "300 dots per inch. The scale holds on paper: print at actual size.",
  preview: "Preview of the sheet",
  failed: "The sheet could not be drawn",
  failedHint: "Perhaps the graphics memory is short: take A4 or a smaller scale and try again.",
  asOf: (date) => `As of ${date}`,
  printedOn: (date) => `Printed on ${date}`,
  foot: "LandRegistry · CGCS2000 · for work only",
  north: "N",
  colon: ": ",
  separator: "; ",
};
