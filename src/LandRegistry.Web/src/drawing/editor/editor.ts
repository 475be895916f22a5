import type { LonLat } from "../../api/types";
import { addRing, EMPTY_SHAPE, insertAfter, moveVertex, positionAt, removeVertex, verticesOf, type Shape, type VertexAt } from "../../geometry/shape";

/** What a click on the map does: begins or goes on with a ring, a hole, a line; or takes hold of vertices. */
export type Tool = "ring" | "hole" | "line" | "vertices";

interface Moment {
  shape: Shape;
  /** The ring or line that is being drawn, vertex by vertex; null when none is. */
  draft: readonly LonLat[] | null;
}

export interface Editor extends Moment {
  tool: Tool;
  selected: VertexAt | null;
  past: readonly Moment[];
  future: readonly Moment[];
}

export type Action =
  | { do: "use"; tool: Tool }
  | { do: "load"; shape: Shape }
  | { do: "add"; positions: readonly LonLat[] }
  | { do: "finish" }
  | { do: "drop" }
  | { do: "select"; vertex: VertexAt | null }
  /** `isDragging`: the vertex is still on its way, so that the whole way is one step back. */
  | { do: "move"; vertex: VertexAt; to: LonLat; isDragging?: boolean }
  | { do: "insert"; after: VertexAt; position: LonLat }
  | { do: "remove"; vertex: VertexAt }
  | { do: "undo" }
  | { do: "redo" };

/** Vertices of the draft are told from those of finished rings by their polygon. */
export const DRAFT = -1;

export function startEditor(tool: Tool, shape: Shape = EMPTY_SHAPE): Editor {
  return { shape, draft: null, tool, selected: null, past: [], future: [] };
}

export function edit(editor: Editor, action: Action): Editor {
  switch (action.do) {
    case "use":
      return { ...editor, tool: action.tool, draft: null, selected: null };
    case "load":
      return { ...step(editor, { shape: action.shape, draft: null }), selected: null, tool: "vertices" };
    case "add": {
      const draft = withoutRepeats([...(editor.draft ?? []), ...action.positions]);
      return { ...step(editor, { shape: editor.shape, draft }), selected: { polygon: DRAFT, ring: 0, vertex: draft.length - 1 } };
    }
    case "finish":
      return finish(editor);
    case "drop":
      return editor.draft === null ? { ...editor, selected: null } : { ...step(editor, { shape: editor.shape, draft: null }), selected: null };
    case "select":
      return { ...editor, selected: action.vertex };
    case "move": {
      const moved = moveIn(editor, action.vertex, action.to);
      return { ...(action.isDragging === true ? { ...editor, ...moved } : step(editor, moved)), selected: action.vertex };
    }
    case "insert": {
      const { after } = action;
      const moment = after.polygon === DRAFT
        ? { shape: editor.shape, draft: [...(editor.draft ?? []).slice(0, after.vertex + 1), action.position, ...(editor.draft ?? []).slice(after.vertex + 1)] }
        : { shape: insertAfter(editor.shape, after, action.position), draft: editor.draft };
      return { ...step(editor, moment), selected: { ...after, vertex: after.vertex + 1 } };
    }
    case "remove":
      return remove(editor, action.vertex);
    case "undo":
      return travel(editor, "past", "future");
    case "redo":
      return travel(editor, "future", "past");
  }
}

/** The position of a vertex, of the draft or of a finished ring. */
export function placeOf(editor: Pick<Editor, "shape" | "draft">, vertex: VertexAt): LonLat | null {
  return vertex.polygon === DRAFT ? (editor.draft?.[vertex.vertex] ?? null) : positionAt(editor.shape, vertex);
}

/** All vertices in the order in which Tab walks over them, the draft's last. */
export function allVertices(editor: Pick<Editor, "shape" | "draft">): VertexAt[] {
  return [...verticesOf(editor.shape), ...(editor.draft ?? []).map((_, vertex) => ({ polygon: DRAFT, ring: 0, vertex }))];
}

/** The vertices of the ring that one belongs to, in order. */
export function ringOf(editor: Pick<Editor, "shape" | "draft">, vertex: VertexAt): readonly LonLat[] {
  return vertex.polygon === DRAFT ? (editor.draft ?? []) : (editor.shape.polygons[vertex.polygon]?.[vertex.ring] ?? []);
}

/** The shape that a boundary would be made of; null while there is no whole ring. */
export function finishedShape({ shape, draft, tool }: Editor): Shape | null {
  const whole = tool !== "line" && draft !== null && draft.length > 2 ? addRing(shape, draft, tool === "hole") : shape;
  return whole.polygons.length > 0 ? whole : null;
}

function finish(editor: Editor): Editor {
  const { draft, tool } = editor;
  // A line stays a draft: it is not part of the parcel.
  if (draft === null || tool === "line" || draft.length < 3) return editor;
  return { ...step(editor, { shape: addRing(editor.shape, draft, tool === "hole"), draft: null }), tool: "vertices", selected: null };
}

function remove(editor: Editor, vertex: VertexAt): Editor {
  if (vertex.polygon !== DRAFT) return { ...step(editor, { shape: removeVertex(editor.shape, vertex), draft: editor.draft }), selected: null };
  const draft = (editor.draft ?? []).filter((_, index) => index !== vertex.vertex);
  const selected = draft.length === 0 ? null : { polygon: DRAFT, ring: 0, vertex: Math.min(vertex.vertex, draft.length - 1) };
  return { ...step(editor, { shape: editor.shape, draft: draft.length === 0 ? null : draft }), selected };
}

function moveIn(editor: Editor, vertex: VertexAt, to: LonLat): Moment {
  return vertex.polygon === DRAFT
    ? { shape: editor.shape, draft: (editor.draft ?? []).map((position, index) => (index === vertex.vertex ? to : position)) }
    : { shape: moveVertex(editor.shape, vertex, to), draft: editor.draft };
}

function step(editor: Editor, moment: Moment): Editor {
  return { ...editor, ...moment, past: [...editor.past, { shape: editor.shape, draft: editor.draft }], future: [] };
}

function travel(editor: Editor, from: "past" | "future", to: "past" | "future"): Editor {
  const moment = editor[from].at(-1);
  if (moment === undefined) return editor;
  return { ...editor, ...moment, [from]: editor[from].slice(0, -1), [to]: [...editor[to], { shape: editor.shape, draft: editor.draft }], selected: null };
}

function withoutRepeats(positions: readonly LonLat[]): LonLat[] {
  return positions.filter(([lon, lat], index) => index === 0 || lon !== positions[index - 1]![0] || lat !== positions[index - 1]![1]);
}
