import type { LonLat } from "../../api/types";
import { nudged, sameVertex } from "../../geometry/shape";
import { allVertices, placeOf, ringOf, type Action, type Editor } from "./editor";

export interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const ARROWS: Record<string, [east: number, north: number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * What a key does to the drawing; null when it is not the drawing's. Arrows move the chosen vertex by the step, with Shift by a
 * tenth of it; Tab walks over the vertices and leaves at either end; Enter ends a ring, or puts a vertex after the chosen one.
 */
export function actionOf({ key, shiftKey, ctrlKey, metaKey }: Key, editor: Editor, stepMetres: number): Action | null {
  const { selected } = editor;
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === "z") return { do: shiftKey ? "redo" : "undo" };
    return key.toLowerCase() === "y" ? { do: "redo" } : null;
  }
  const arrow = ARROWS[key];
  const place = selected === null ? null : placeOf(editor, selected);
  if (arrow !== undefined) {
    if (selected === null || place === null) return null;
    const metres = shiftKey ? stepMetres / 10 : stepMetres;
    return { do: "move", vertex: selected, to: nudged(place, arrow[0] * metres, arrow[1] * metres) };
  }
  switch (key) {
    case "Tab":
      return next(editor, shiftKey ? -1 : 1);
    case "Delete":
    case "Backspace":
      return selected === null ? null : { do: "remove", vertex: selected };
    case "Enter":
      return enter(editor);
    case "Escape":
      return editor.draft === null && selected === null ? null : { do: "drop" };
    default:
      return null;
  }
}

/**
 * What a key does while the map has the focus: there the arrows carry the map to the place of the next vertex as long as a ring
 * or line is drawn, and Space puts one at its middle.
 */
export function actionOnMap(key: Key, editor: Editor, stepMetres: number, middle: LonLat): Action | null {
  if (editor.tool === "vertices") return actionOf(key, editor, stepMetres);
  if (key.key === " ") return { do: "add", positions: [middle] };
  return key.key in ARROWS || key.key === "Tab" ? null : actionOf(key, editor, stepMetres);
}

function next(editor: Editor, by: 1 | -1): Action | null {
  const vertices = allVertices(editor);
  const at = vertices.findIndex((vertex) => sameVertex(vertex, editor.selected));
  const vertex = at < 0 ? vertices.at(by > 0 ? 0 : -1) : vertices[at + by];
  return vertex === undefined || at + by < -1 ? null : { do: "select", vertex };
}

function enter(editor: Editor): Action | null {
  const { selected } = editor;
  if (editor.draft !== null && editor.tool !== "line") return { do: "finish" };
  const place = selected === null ? null : placeOf(editor, selected);
  if (selected === null || place === null || editor.draft !== null) return null;
  const ring = ringOf(editor, selected);
  const following = ring[(selected.vertex + 1) % ring.length]!;
  return { do: "insert", after: selected, position: [(place[0] + following[0]) / 2, (place[1] + following[1]) / 2] };
}
