import { InputNumber } from "antd";
import { useEffect, useRef, type Dispatch } from "react";
import { sameVertex, type VertexAt } from "../geometry/shape";
import { useTexts } from "../i18n/language-context";
import { allVertices, DRAFT, placeOf, type Action, type Editor } from "./editor/editor";
import { actionOf } from "./editor/editor-keys";

interface VertexListProps {
  editor: Editor;
  act: Dispatch<Action>;
  stepMetres: number;
  onStep: (metres: number) => void;
}

/** The vertices as a list that the keyboard works on: Tab walks, arrows nudge, Delete takes away, Enter goes on. */
export function VertexList({ editor, act, stepMetres, onStep }: VertexListProps) {
  const { t } = useTexts();
  const vertices = allVertices(editor);
  const list = useRef<HTMLOListElement>(null);
  useKeepFocus(list, editor.selected, vertices.length);
  if (vertices.length === 0) return null;
  return (
    <div className="draw-vertices">
      <div className="draw-row">
        <span>{t.drawing.vertices(vertices.length)}</span>
        <label className="draw-step">
          {t.drawing.step}
          <InputNumber size="small" min={0.001} max={1000} step={0.1} value={stepMetres} onChange={(value) => value !== null && onStep(value)} suffix="m" />
        </label>
      </div>
      <p className="muted draw-keys">{t.drawing.keys}</p>
      <ol ref={list} aria-label={t.drawing.vertexList}>
        {vertices.map((vertex, index) => {
          const at = placeOf(editor, vertex)!;
          const isSelected = sameVertex(vertex, editor.selected);
          return (
            <li key={index}>
              <button
                type="button"
                className="draw-vertex numeric"
                aria-pressed={isSelected}
                tabIndex={isSelected || (editor.selected === null && index === 0) ? 0 : -1}
                onClick={() => act({ do: "select", vertex })}
                onFocus={() => !isSelected && act({ do: "select", vertex })}
                onKeyDown={(event) => {
                  const action = actionOf(event, { ...editor, selected: vertex }, stepMetres);
                  if (action === null) return;
                  event.preventDefault();
                  event.stopPropagation();
                  act(action);
                }}
              >
                <span>{nameOf(vertex, t.drawing.ring, t.drawing.hole, t.drawing.draft)}</span>
                <span>
                  {at[0].toFixed(7)}, {at[1].toFixed(7)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** The focus goes with the choice while it is in the list. */
function useKeepFocus(list: React.RefObject<HTMLOListElement | null>, selected: VertexAt | null, count: number): void {
  useEffect(() => {
    const button = list.current?.querySelector<HTMLElement>("[aria-pressed=true]");
    button?.scrollIntoView({ block: "nearest" });
    if (list.current?.contains(document.activeElement) === true) button?.focus();
  }, [list, selected, count]);
}

function nameOf({ polygon, ring, vertex }: VertexAt, ringName: (n: number) => string, holeName: (n: number) => string, draftName: string): string {
  const place = polygon === DRAFT ? draftName : ring > 0 ? holeName(ring) : polygon > 0 ? ringName(polygon + 1) : "";
  return `${place}${place === "" ? "" : " "}J${vertex + 1}`;
}
