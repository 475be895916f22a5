import { Button, Form, Input } from "antd";
import { useState } from "react";
import { etagOf, type FactCommand } from "../api/commands";
import type { Fact, FactKind, ParcelDetail } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { useSending } from "../parcels/use-sending";
import { ProblemAlert } from "../ui/problem-alert";
import { onCurrentFact } from "../unsent/send-change";
import { FactConflict } from "./fact-conflict";
import { dayOf } from "./fact-values";
import { summaryLine } from "./print-fact";

interface WithdrawFormProps {
  kind: FactKind;
  parcel: ParcelDetail;
  fact: Fact;
  onClose: () => void;
}

/** Withdraws a fact that was entered by mistake: it counts for nothing from then on, and stays in the history. */
export function WithdrawForm({ kind, parcel, fact, onClose }: WithdrawFormProps) {
  const texts = useTexts();
  const { t, f, say } = texts;
  const [seen] = useState(fact);
  const { state, isSending, send, discard } = useSending<FactCommand>(null, onClose);
  const submit = ({ reason }: { reason: string }) =>
    void send({
      parcelId: parcel.id,
      parcelLabel: parcelLabel(parcel, t),
      fromStatus: parcel.status,
      etag: etagOf(seen),
      command: { kind: "withdraw-fact", factKind: kind.code, name: kind.name, factId: seen.id, body: { reason: reason.trim() } },
    });
  if (state.step === "comparing") {
    const { draft, current } = state;
    return <FactConflict kind={kind} {...state} isSending={isSending} onResend={(command) => void send({ ...onCurrentFact(draft, current), command })} onDiscard={discard} />;
  }
  const day = dayOf(kind, seen.fields);
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ reason: "" }}>
      <p className="dialog-subject">
        <strong>{say(seen.name)}</strong>
        {day !== null && <span className="numeric">{f.date(day)}</span>}
        <span className="muted">{summaryLine(kind, seen.fields, texts)}</span>
      </p>
      <p className="withdraw-hint">{t.facts.withdrawHint}</p>
      <Form.Item name="reason" label={t.facts.reason} rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={2000} placeholder={t.facts.withdrawReasonHint} />
      </Form.Item>
      {state.problem !== null && <ProblemAlert problem={state.problem} title={state.problem.status === 409 ? t.mark.refusedTitle : t.mark.failedTitle} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button type="primary" danger htmlType="submit" loading={isSending}>
          {t.facts.withdraw}
        </Button>
      </div>
    </Form>
  );
}
