import type { Wording } from "../wording";
import type { helpZh } from "../zh/help";

export const helpEn: Wording<typeof helpZh> = {
  menu: "Help and appearance",
  scheme: "Appearance",
  schemes: { system: "As the system", light: "Light", dark: "Dark" },
  shortcuts: "Keyboard shortcuts",
  letterKeys: "Single letters act as shortcuts",
  groups: { everywhere: "On every page", tools: "Map tools", map: "With the map focused", table: "With the table focused", selecting: "While selecting on the map", drawing: "While drawing on the map", vertices: "In the list of vertices", time: "With the time slider focused" },
  keys: {
    everywhere: ["This page", "To the search box", "Close a window, menu or tool"],
    tools: ["Time slider", "Measure", "Basemap and layers", "Print the map", "Previous view", "Next view"],
    map: ["Move the map", "Zoom in, zoom out"],
    table: ["Row above, row below", "Open the parcel's card", "Select or let go of the row", "Select a range of rows", "Select all of the filter"],
    selecting: ["With a click or a drag: adds", "Takes away", "Ends the polygon", "Takes back its last corner"],
    drawing: ["A vertex at the middle of the map, which the arrows move", "Close the ring", "No snapping", "Step back", "Step forward", "Drop what is begun"],
    vertices: ["Next vertex", "Move the vertex by the step", "By a tenth of the step", "Add a vertex after it", "Remove the vertex"],
    time: ["Previous month, next month", "The earliest month, now"],
  },
  tour: "Tour of one minute",
  offer: "First time here? Take a minute to look around.",
  start: "Start the tour",
  notNow: "Not now",
  stops: {
    map: { title: "The map", text: "Colour, pattern and letter of a parcel say its status; from far, rings count parcels by status. Click a parcel for its card, right-click to mark it." },
    filters: { title: "Filters", text: "Status, zone, use, area and the rest hold for map, table and counts alike. What is on stands at the top, one click from off." },
    table: { title: "The table", text: "The same parcels as on the map: sort them, list only those in view, pull the table higher or fold it away." },
    search: { title: "Search", text: "Type a parcel code, a name or an enterprise. The key / brings you here." },
    time: { title: "Map tools", text: "Go through the months, compare two days, measure, choose basemap and layers, print, copy a link to what you see." },
    pages: { title: "Other pages", text: "What today asks of you, cases, enterprises, evaluation and changes. Filters come along." },
    help: { title: "Help", text: "Dark appearance, keyboard shortcuts and this tour live here." },
  },
};
