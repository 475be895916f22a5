import { useEffect } from "react";
import { useParcel } from "../api/queries";
import { AssemblyPanel } from "../assembly/assembly-panel";
import { useTexts } from "../i18n/language-context";
import { useEditing } from "../presence/presence";
import { useView } from "../view/view-store";
import { BoundaryPanel } from "./boundary-panel";
import { DrawingFrame } from "./drawing-frame";
import { startDrawing, useDrawingTask, type DrawingTask } from "./drawing-tasks";
import { SplitPanel } from "./split-panel";

/** The one place on the map where something is drawn. The past is only looked at. */
export function DrawingHost() {
  const task = useDrawingTask();
  const { asOf } = useView();
  useEffect(() => {
    if (asOf !== null) startDrawing(null);
  }, [asOf]);
  useEffect(() => () => startDrawing(null), []);
  if (task === null || asOf !== null) return null;
  return <Task key={JSON.stringify(task)} task={task} />;
}

function Task({ task }: { task: DrawingTask }) {
  const { t } = useTexts();
  const parcelId = "parcelId" in task ? task.parcelId : null;
  const parcel = useParcel(parcelId);
  useEditing(parcelId);
  if (task.kind === "assembly") return <AssemblyPanel parcelIds={task.parcelIds} />;
  if (task.kind === "draw") return <BoundaryPanel parcel={null} etag={null} />;
  if (parcel.data === undefined) {
    return (
      <DrawingFrame title={task.kind === "split" ? t.drawing.titles.split : t.drawing.titles.boundary} isDirty={false}>
        <p className="muted">{parcel.isError ? t.card.failed : `${t.common.loading}…`}</p>
      </DrawingFrame>
    );
  }
  const { body, etag } = parcel.data;
  return task.kind === "split" ? <SplitPanel parcel={body} etag={etag ?? ""} /> : <BoundaryPanel parcel={body} etag={etag} />;
}
