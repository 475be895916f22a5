import { Button, Form, Input } from "antd";
import { useState } from "react";
import { etagOf, type ParcelCommand } from "../api/commands";
import type { ParcelDetail } from "../api/types";
import { FROM_TODAY } from "../i18n/day-text";
import { useTexts } from "../i18n/language-context";
import { DayInput } from "../ui/day-input";
import { dayRules } from "../ui/day-rules";
import { ProblemAlert } from "../ui/problem-alert";
import { baseOf, onCurrent } from "../unsent/send-change";
import { ConflictPanel } from "./conflict-panel";
import { noteEntered } from "./parcel-dialogs";
import { parcelLabel } from "./parcel-label";
import { StatusTag } from "./status-swatch";
import { useSending } from "./use-sending";

interface HoldFormProps {
  kind: "hold" | "release";
  parcel: ParcelDetail;
  etag: string | null;
  onClose: () => void;
  onLeave: () => void;
}

interface Entered {
  reason: string;
  until?: string | null;
}

/** Puts a parcel on hold beside its status, or releases it. */
export function HoldForm({ kind, parcel, etag, onClose, onLeave }: HoldFormProps) {
  const texts = useTexts();
  const { t } = texts;
  const [seen] = useState({ parcel, etag: etag ?? etagOf(parcel) });
  const { state, isSending, send, discard } = useSending<ParcelCommand>(null, onClose);
  const submit = ({ reason, until }: Entered) => {
    const command: ParcelCommand =
      kind === "hold"
        ? { kind, body: { reason: reason.trim(), until: until ?? null } }
        : { kind, body: { reason: reason.trim() } };
    void send({ parcelId: parcel.id, parcelLabel: parcelLabel(seen.parcel, t), fromStatus: seen.parcel.status, etag: seen.etag, base: baseOf(seen.parcel), command });
  };

  if (state.step === "comparing") {
    const { draft, current } = state;
    return <ConflictPanel {...state} isSending={isSending} onResend={(command) => void send({ ...onCurrent(draft, current), command })} onDiscard={discard} />;
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit} onValuesChange={(_, { reason }) => noteEntered(reason)} initialValues={{ reason: "", until: null }}>
      <p className="dialog-subject">
        <strong>{parcelLabel(seen.parcel, t)}</strong>
        <StatusTag status={seen.parcel.status} onHold={seen.parcel.onHold} />
      </p>
      <Form.Item name="reason" label={t.hold.reason} rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
        <Input.TextArea rows={2} maxLength={1000} placeholder={t.mark.reasonHint} />
      </Form.Item>
      {kind === "hold" && (
        <Form.Item
          name="until"
          label={t.hold.until}
          extra={t.hold.untilHint}
          validateTrigger="onBlur"
          rules={dayRules(texts, FROM_TODAY(), { tooEarly: t.hold.untilInPast })}
        >
          <DayInput range={FROM_TODAY()} mayBeEmpty />
        </Form.Item>
      )}
      {state.problem !== null && (
        <ProblemAlert problem={state.problem} title={state.problem.status === 409 ? t.mark.refusedTitle : t.mark.failedTitle} />
      )}
      <div className="dialog-actions">
        <Button onClick={onLeave}>{t.common.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {kind === "hold" ? t.hold.submit : t.hold.submitRelease}
        </Button>
      </div>
    </Form>
  );
}
