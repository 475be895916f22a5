import type { LonLat } from "../api/types";
import { areaOf, segmentOf } from "../geometry/shape";
import { useTexts } from "../i18n/language-context";
import { finishedShape, placeOf, ringOf, type Editor } from "./editor/editor";

/** Area in mu and hectares in the parcel's zone, and length and direction of the segment that is being drawn or chosen. */
export function Measures({ editor, pointer }: { editor: Editor; pointer: LonLat | null }) {
  const { t, f } = useTexts();
  const shape = finishedShape(editor);
  const area = shape === null ? null : areaOf(shape);
  const segment = segmentOfInterest(editor, pointer);
  return (
    <dl className="draw-measures" role="status">
      {editor.tool !== "line" && (
        <>
          <dt>{t.drawing.area}</dt>
          <dd className="numeric">{area === null ? "—" : `${f.muWithUnit(area)} · ${f.hectaresWithUnit(area)}`}</dd>
        </>
      )}
      <dt>{t.drawing.segment}</dt>
      <dd className="numeric">{segment === null ? "—" : t.drawing.lengthAndAngle(f.number(segment.metres, 2), f.number((Math.round(segment.degrees * 10) / 10) % 360, 1))}</dd>
    </dl>
  );
}

/** From the last vertex to the pointer while a ring is drawn, else from the vertex before to the chosen one. */
function segmentOfInterest(editor: Editor, pointer: LonLat | null) {
  const last = editor.draft?.at(-1);
  if (last !== undefined && pointer !== null) return segmentOf(last, pointer);
  if (editor.selected === null) return null;
  const ring = ringOf(editor, editor.selected);
  const [at, before] = [placeOf(editor, editor.selected), ring[(editor.selected.vertex + ring.length - 1) % ring.length]];
  return at === null || before === undefined || ring.length < 2 ? null : segmentOf(before, at);
}
