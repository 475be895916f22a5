import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Form, Input } from "antd";
import { useState } from "react";
import { get, post } from "../api/http";
import { ProblemError, type Problem } from "../api/problem";
import type { ChangeDetail } from "../api/types";
import { expectOwn, forgetOwnChange, refreshAfter, rememberOwnChange } from "../events/live-changes";
import { useTexts } from "../i18n/language-context";
import { ProblemAlert } from "../ui/problem-alert";
import { changeView } from "../view/view-store";
import { FieldChanges } from "./field-changes";
import { RecordChanges } from "./record-changes";

interface UndoFormProps {
  /** The parcel whose history it is undone from; null: a change of many. */
  parcelId: number | null;
  changeId: number;
  /** The parcel that stands again when this one is undone away. */
  thenShow?: number | undefined;
  onClose: () => void;
}

/** Undoes a change by a new one: what it wrote is shown first, and why it cannot be undone where it cannot. */
export function UndoForm({ parcelId, changeId, thenShow, onClose }: UndoFormProps) {
  const { t, f } = useTexts();
  const change = useQuery({ queryKey: ["change", changeId], queryFn: ({ signal }) => get<ChangeDetail>(`/api/changes/${changeId}`, signal), staleTime: 0 });
  const { problem, isSending, undo } = useUndo(parcelId, changeId, () => {
    if (thenShow !== undefined) changeView({ selected: thenShow }, "replace");
    onClose();
  });
  if (change.data === undefined) return <p className="muted">{change.isError ? t.history.failed : `${t.common.loading}…`}</p>;
  const { command, recordedAt, actor, rows, undoRefusal, many } = change.data;
  const own = rows.filter(({ kind, id }) => kind === "parcel" && id === parcelId);
  return (
    <Form layout="vertical" requiredMark={false} onFinish={({ reason }: { reason: string }) => void undo(reason.trim())} initialValues={{ reason: "" }}>
      <p className="dialog-subject">
        <strong>{t.commands[command] ?? command}</strong>
        <span className="muted">
          {actor} · {f.moment(recordedAt)} · {t.history.number(changeId)}
        </span>
      </p>
      <div className="undo-rows">
        <p className="muted">{many ? t.history.undoMany : t.history.undoWrote(rows.length)}</p>
        {own.map((row) => (
          <FieldChanges key={row.id} fields={row.fields} />
        ))}
        <RecordChanges records={rows.filter((row) => !own.includes(row) && row.kind !== "parcel_status_mark")} />
      </div>
      {undoRefusal !== null && <UndoRefused refusal={undoRefusal} />}
      <Form.Item name="reason" label={t.history.undoReason} rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={2000} disabled={undoRefusal !== null} placeholder={t.history.undoReasonHint} />
      </Form.Item>
      {problem !== null && <ProblemAlert problem={problem} title={problem.status === 409 ? t.mark.refusedTitle : t.mark.failedTitle} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={isSending} disabled={undoRefusal !== null}>
          {t.history.undo}
        </Button>
      </div>
    </Form>
  );
}

function UndoRefused({ refusal }: { refusal: NonNullable<ChangeDetail["undoRefusal"]> }) {
  const { pick } = useTexts();
  return <Alert type="error" showIcon role="alert" className="undo-refused" title={pick(refusal.titleZh, refusal.titleEn)} description={pick(refusal.detailZh, refusal.detailEn)} />;
}

function useUndo(parcelId: number | null, changeId: number, onDone: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTexts();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const undo = async (reason: string) => {
    setIsSending(true);
    setProblem(null);
    if (parcelId !== null) rememberOwnChange(parcelId);
    const stop = expectOwn("UndoChange");
    try {
      await post<ChangeDetail>(`/api/changes/${changeId}/undo`, { reason });
      refreshAfter(client, parcelId === null ? "all" : [parcelId]);
      message.success(t.history.undone(changeId));
      onDone();
    } catch (error) {
      if (parcelId !== null) forgetOwnChange(parcelId);
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      stop();
      setIsSending(false);
    }
  };
  return { problem, isSending, undo };
}
