import type { Wording } from "../wording";
import type { toolsZh } from "../zh/tools";

export const toolsEn: Wording<typeof toolsZh> = {
  label: "Map tools",
  time: "Time slider",
  measure: "Measure",
  measureHint: "Click to add points, double-click to end. Keyboard: arrows move the map, Space adds a point at the cross, Backspace takes one back, Enter ends, Esc closes.",
  distance: "Length",
  perimeter: "Perimeter",
  area: "Area",
  copyLink: "Copy a link to this view",
  linkCopied: "Link copied: it holds view, filters, date and selected parcel",
  linkNotCopied: "The browser does not allow copying; take the link from the address bar",
  previousView: "Previous view",
  nextView: "Next view",
  fullScreen: "Full screen",
  leaveFullScreen: "Leave full screen",
  coordinates: "Format of coordinates",
  centre: "Middle of the map",
  formats: { degrees: "Degrees", dms: "Deg min sec", "gauss-kruger": "Gauss-Krüger 3°" },
};
