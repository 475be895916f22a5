import { Button, Form, Input } from "antd";
import { useState } from "react";
import { etagOf, type ParcelCommand } from "../api/commands";
import type { MarkStatusRequest, ParcelDetail } from "../api/types";
import { UP_TO_TODAY } from "../i18n/day-text";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayInput } from "../ui/day-input";
import { dayRules } from "../ui/day-rules";
import { ProblemAlert } from "../ui/problem-alert";
import { baseOf, onCurrent } from "../unsent/send-change";
import { ConflictPanel } from "./conflict-panel";
import { IdleFields } from "./idle-fields";
import { MoveChoice } from "./move-choice";
import { noteEntered } from "./parcel-dialogs";
import { parcelLabel } from "./parcel-label";
import { StatusTag } from "./status-swatch";
import { useSending } from "./use-sending";

interface MarkStatusFormProps {
  parcel: ParcelDetail;
  etag: string | null;
  to: string | null;
  onClose: () => void;
  onLeave: () => void;
}

interface Entered {
  to: string;
  reason: string;
  effectiveDate: string;
  idleKind?: string;
  idleCause?: string;
}

export function MarkStatusForm({ parcel, etag, to, onClose, onLeave }: MarkStatusFormProps) {
  const texts = useTexts();
  const { t } = texts;
  // What the user sees is what the change is based on: a newer version arriving meanwhile must not slip in.
  const [seen] = useState({ parcel, etag: etag ?? etagOf(parcel) });
  const { state, isSending, send, discard } = useSending<ParcelCommand>(null, onClose);
  const [form] = Form.useForm<Entered>();
  const chosen = Form.useWatch("to", form);
  const submit = (entered: Entered) =>
    void send({
      parcelId: parcel.id,
      parcelLabel: parcelLabel(seen.parcel, t),
      fromStatus: seen.parcel.status,
      etag: seen.etag,
      base: baseOf(seen.parcel),
      command: { kind: "status", body: requestOf(entered) },
    });

  if (state.step === "comparing") {
    const { draft, current } = state;
    return <ConflictPanel {...state} isSending={isSending} onResend={(command) => void send({ ...onCurrent(draft, current), command })} onDiscard={discard} />;
  }
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} onValuesChange={(_, { reason }) => noteEntered(reason)} initialValues={{ to, reason: "", effectiveDate: today() }}>
      <p className="dialog-subject">
        <strong>{parcelLabel(seen.parcel, t)}</strong>
        <StatusTag status={seen.parcel.status} onHold={seen.parcel.onHold} />
      </p>
      <Form.Item name="to" label={t.mark.to} rules={[{ required: true, message: t.mark.toRequired }]}>
        <MoveChoice moves={seen.parcel.moves} />
      </Form.Item>
      {chosen === "idle" && <IdleFields />}
      <div className="form-row">
        <Form.Item name="reason" label={t.mark.reason} className="form-row__wide" rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
          <Input.TextArea rows={2} maxLength={1000} placeholder={t.mark.reasonHint} />
        </Form.Item>
        <Form.Item
          name="effectiveDate"
          label={t.mark.date}
          className="form-row__day"
          validateTrigger="onBlur"
          rules={dayRules(texts, UP_TO_TODAY(), { required: t.mark.dateRequired, tooLate: t.mark.dateInFuture })}
        >
          <DayInput range={UP_TO_TODAY()} />
        </Form.Item>
      </div>
      {state.problem !== null && (
        <ProblemAlert problem={state.problem} title={state.problem.status === 409 ? t.mark.refusedTitle : t.mark.failedTitle} />
      )}
      <div className="dialog-actions">
        <Button onClick={onLeave}>{t.common.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t.mark.submit}
        </Button>
      </div>
    </Form>
  );
}

function requestOf({ to, reason, effectiveDate, idleKind, idleCause }: Entered): MarkStatusRequest {
  const idle = to === "idle" ? { idleKind: idleKind ?? null, idleCause: idleCause ?? null } : {};
  return { to, reason: reason.trim(), effectiveDate, ...idle };
}
