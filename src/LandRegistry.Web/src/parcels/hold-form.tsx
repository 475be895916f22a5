import { Button, DatePicker, Form, Input } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { etagOf, type ParcelCommand } from "../api/commands";
import type { ParcelDetail } from "../api/types";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { ProblemAlert } from "../ui/problem-alert";
import { onCurrent } from "../unsent/send-change";
import { ConflictPanel } from "./conflict-panel";
import { parcelLabel } from "./parcel-label";
import { StatusTag } from "./status-swatch";
import { useSending } from "./use-sending";

interface HoldFormProps {
  kind: "hold" | "release";
  parcel: ParcelDetail;
  etag: string | null;
  onClose: () => void;
}

interface Entered {
  reason: string;
  until?: Dayjs | null;
}

/** Puts a parcel on hold beside its status, or releases it. */
export function HoldForm({ kind, parcel, etag, onClose }: HoldFormProps) {
  const { t } = useTexts();
  const [seen] = useState({ parcel, etag: etag ?? etagOf(parcel) });
  const { state, isSending, send, discard } = useSending<ParcelCommand>(null, onClose);
  const submit = ({ reason, until }: Entered) => {
    const command: ParcelCommand =
      kind === "hold"
        ? { kind, body: { reason: reason.trim(), until: until?.format("YYYY-MM-DD") ?? null } }
        : { kind, body: { reason: reason.trim() } };
    void send({ parcelId: parcel.id, parcelLabel: parcelLabel(seen.parcel, t), fromStatus: seen.parcel.status, etag: seen.etag, command });
  };

  if (state.step === "comparing") {
    const { draft, current } = state;
    return <ConflictPanel {...state} isSending={isSending} onResend={() => void send(onCurrent(draft, current))} onDiscard={discard} />;
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ reason: "", until: null }}>
      <p className="dialog-subject">
        <strong>{parcelLabel(seen.parcel, t)}</strong>
        <StatusTag status={seen.parcel.status} onHold={seen.parcel.onHold} />
      </p>
      <Form.Item name="reason" label={t.hold.reason} rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
        <Input.TextArea rows={2} maxLength={1000} placeholder={t.mark.reasonHint} />
      </Form.Item>
      {kind === "hold" && (
        <Form.Item name="until" label={t.hold.until} extra={t.hold.untilHint}>
          <DatePicker format="YYYY-MM-DD" disabledDate={(date) => date.format("YYYY-MM-DD") < today()} />
        </Form.Item>
      )}
      {state.problem !== null && (
        <ProblemAlert problem={state.problem} title={state.problem.status === 409 ? t.mark.refusedTitle : t.mark.failedTitle} />
      )}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {kind === "hold" ? t.hold.submit : t.hold.submitRelease}
        </Button>
      </div>
    </Form>
  );
}
