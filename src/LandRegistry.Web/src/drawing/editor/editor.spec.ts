import { describe, expect, it } from "vitest";
import type { LonLat } from "../../api/types";
import { allVertices, DRAFT, edit, finishedShape, placeOf, startEditor, type Action, type Editor } from "./editor";
import { actionOf, actionOnMap } from "./editor-keys";

const CORNERS: LonLat[] = [[114.05, 30.5], [114.051, 30.5], [114.051, 30.501]];
const after = (editor: Editor, ...actions: Action[]) => actions.reduce(edit, editor);
const drawn = after(startEditor("ring"), { do: "add", positions: CORNERS });
const press = (editor: Editor, key: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => {
  const action = actionOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...held }, editor, 0.5);
  return action === null ? null : edit(editor, action);
};

describe("the editor", () => {
  it("makes a ring of what was drawn and goes on with its vertices", () => {
    const closed = edit(drawn, { do: "finish" });
    expect(closed).toMatchObject({ shape: { polygons: [[CORNERS]] }, draft: null, tool: "vertices" });
    expect(finishedShape(drawn)).toEqual(closed.shape);
  });

  it("does not close a ring of two vertices, nor a line", () => {
    const two = after(startEditor("ring"), { do: "add", positions: CORNERS.slice(0, 2) });
    expect(edit(two, { do: "finish" }).shape.polygons).toHaveLength(0);
    const line = after(startEditor("line"), { do: "add", positions: CORNERS }, { do: "finish" });
    expect(line.draft).toEqual(CORNERS);
    expect(finishedShape(line)).toBeNull();
  });

  it("cuts a hole into the ring that it lies in", () => {
    const hole: LonLat[] = [[114.0507, 30.5001], [114.0508, 30.5001], [114.0508, 30.5002]];
    const holed = after(drawn, { do: "finish" }, { do: "use", tool: "hole" }, { do: "add", positions: hole }, { do: "finish" });
    expect(holed.shape.polygons).toEqual([[CORNERS, hole]]);
  });

  it("goes back and forth step by step, a drag being one", () => {
    const vertex = { polygon: 0, ring: 0, vertex: 0 };
    const dragged = after(
      drawn,
      { do: "finish" },
      { do: "move", vertex, to: [114.04, 30.5] },
      { do: "move", vertex, to: [114.041, 30.5], isDragging: true },
    );
    const back = edit(dragged, { do: "undo" });
    expect(placeOf(back, vertex)).toEqual(CORNERS[0]);
    expect(placeOf(edit(back, { do: "redo" }), vertex)).toEqual([114.041, 30.5]);
    expect(after(drawn, { do: "undo" }, { do: "undo" }).draft).toBeNull();
  });
});

describe("the keyboard", () => {
  const closed = edit(drawn, { do: "finish" });

  it("walks over the vertices with Tab and leaves at either end", () => {
    const first = press(closed, "Tab")!;
    expect(first.selected).toEqual({ polygon: 0, ring: 0, vertex: 0 });
    const last = press(press(first, "Tab")!, "Tab")!;
    expect(last.selected?.vertex).toBe(2);
    expect(press(last, "Tab")).toBeNull();
    expect(press(first, "Tab", { shiftKey: true })).toBeNull();
  });

  it("moves the chosen vertex by the step, with Shift by a tenth of it, and leaves the arrows alone where none is chosen", () => {
    const chosen = edit(closed, { do: "select", vertex: { polygon: 0, ring: 0, vertex: 0 } });
    const up = placeOf(press(chosen, "ArrowUp")!, chosen.selected!)!;
    expect((up[1] - 30.5) * 110_852).toBeCloseTo(0.5, 2);
    const fine = placeOf(press(chosen, "ArrowUp", { shiftKey: true })!, chosen.selected!)!;
    expect((fine[1] - 30.5) * 110_852).toBeCloseTo(0.05, 3);
    expect(press(closed, "ArrowUp")).toBeNull();
  });

  it("closes a ring with Enter, adds a vertex after the chosen one, removes with Delete, drops with Escape", () => {
    expect(press(drawn, "Enter")?.draft).toBeNull();
    const chosen = edit(closed, { do: "select", vertex: { polygon: 0, ring: 0, vertex: 0 } });
    const more = press(chosen, "Enter")!;
    expect(allVertices(more)).toHaveLength(4);
    expect(press(more, "Delete")!.shape).toEqual(closed.shape);
    expect(press(drawn, "Escape")?.draft).toBeNull();
    expect(press(closed, "Escape")).toBeNull();
  });

  it("removes the last vertex of a draft with Backspace and takes steps back with Ctrl+Z", () => {
    expect(press(drawn, "Backspace")?.draft).toEqual(CORNERS.slice(0, 2));
    expect(press(drawn, "Backspace")?.selected).toEqual({ polygon: DRAFT, ring: 0, vertex: 1 });
    expect(press(drawn, "z", { ctrlKey: true })?.draft).toBeNull();
  });
});

describe("keys of the drawing with the map focused", () => {
  const key = (name: string) => ({ key: name, shiftKey: false, ctrlKey: false, metaKey: false });
  const onMap = (editor: Editor, name: string) => actionOnMap(key(name), editor, 0.5, [114.05, 30.51]);

  it("leaves arrows and Tab to the map while a ring is drawn, so that Space can put the next vertex elsewhere", () => {
    expect(drawn.selected).not.toBeNull();
    expect(onMap(drawn, "ArrowRight")).toBeNull();
    expect(onMap(drawn, "Tab")).toBeNull();
    expect(onMap(drawn, " ")).toEqual({ do: "add", positions: [[114.05, 30.51]] });
    expect(onMap(drawn, "Enter")).toEqual({ do: "finish" });
  });

  it("moves the chosen vertex of a finished ring with the arrows, and adds none", () => {
    const chosen = edit(edit(drawn, { do: "finish" }), { do: "select", vertex: { polygon: 0, ring: 0, vertex: 0 } });
    expect(onMap(chosen, "ArrowRight")).toMatchObject({ do: "move" });
    expect(onMap(chosen, " ")).toBeNull();
  });
});
