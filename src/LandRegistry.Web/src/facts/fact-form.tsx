import { Button, Form, Input } from "antd";
import { useState } from "react";
import { etagOf, type FactCommand } from "../api/commands";
import type { Problem } from "../api/problem";
import type { Fact, FactKind, FactValues, ParcelDetail } from "../api/types";
import { useTexts, type Texts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { useSending } from "../parcels/use-sending";
import { ProblemAlert } from "../ui/problem-alert";
import { onCurrentFact } from "../unsent/send-change";
import { FactConflict } from "./fact-conflict";
import { FactFieldItem } from "./fact-field-input";
import { isEvidence, toBody, toEntered, type Entered } from "./fact-values";

interface FactFormProps {
  kind: FactKind;
  parcel: ParcelDetail;
  /** The fact to correct; null enters a new one. */
  fact: Fact | null;
  /** What the form starts with, over what is recorded. */
  preset: FactValues;
  onClose: () => void;
}

/** Enters or corrects a fact: a form made from the fields that the law's table names for its kind. */
export function FactForm({ kind, parcel, fact, preset, onClose }: FactFormProps) {
  const texts = useTexts();
  const { t, say } = texts;
  // What the user sees is what the change is based on: a newer version arriving meanwhile must not slip in.
  const [seen] = useState(fact);
  const [form] = Form.useForm<Entered>();
  const { state, isSending, send, discard } = useSending<FactCommand>(null, onClose);
  const submit = async (entered: Entered) => {
    const problem = await send({
      parcelId: parcel.id,
      parcelLabel: parcelLabel(parcel, t),
      fromStatus: parcel.status,
      etag: seen === null ? "" : etagOf(seen),
      command: commandOf(kind, seen, entered),
      base: seen === null ? undefined : (seen.fields as FactValues),
    });
    if (problem !== null) showFaults(form, kind, problem, texts);
  };

  if (state.step === "comparing") {
    const { draft, current } = state;
    return <FactConflict kind={kind} {...state} isSending={isSending} onResend={(command) => void send({ ...onCurrentFact(draft, current), command })} onDiscard={discard} />;
  }
  return (
    <Form form={form} layout="vertical" scrollToFirstError className="fact-form" onFinish={(entered) => void submit(entered)} initialValues={toEntered(kind, { ...seen?.fields, ...preset })}>
      <p className="dialog-subject">
        <strong>{parcelLabel(parcel, t)}</strong>
        <span className="plain-mark">{say(kind.name)}</span>
      </p>
      <div className="fact-form__fields">
        {kind.fields.filter((field) => !isEvidence(field)).map((field) => (
          <FactFieldItem key={field.name} field={field} parcelId={parcel.id} />
        ))}
      </div>
      <fieldset className="fact-form__evidence">
        <legend>{t.facts.evidence}</legend>
        <div className="fact-form__fields">
          {kind.fields.filter(isEvidence).map((field) => (
            <FactFieldItem key={field.name} field={field} parcelId={parcel.id} />
          ))}
        </div>
      </fieldset>
      {seen !== null && (
        <Form.Item name="reason" label={t.facts.reason} required rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={2000} placeholder={t.facts.reasonHint} />
        </Form.Item>
      )}
      {state.problem !== null && <ProblemAlert problem={elsewhere(state.problem, kind)} title={state.problem.status === 409 ? t.mark.refusedTitle : t.mark.failedTitle} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {seen === null ? t.facts.enter : t.facts.correct}
        </Button>
      </div>
    </Form>
  );
}

function commandOf(kind: FactKind, seen: Fact | null, entered: Entered): FactCommand {
  const body = toBody(kind, entered);
  const common = { factKind: kind.code, name: kind.name };
  const reason = typeof entered["reason"] === "string" ? entered["reason"].trim() : "";
  return seen === null ? { kind: "enter-fact", ...common, body } : { kind: "correct-fact", ...common, factId: seen.id, body: { ...body, reason } };
}

interface FaultyForm {
  setFields: (fields: { name: string; errors: string[] }[]) => void;
}

/** Each fault that the server found stands at its field. */
function showFaults(form: FaultyForm, kind: FactKind, { faults }: Problem, { pick }: Texts): void {
  const shown = faults.filter(({ field }) => isOnForm(kind, field));
  form.setFields(shown.map(({ field, message, messageZh }) => ({ name: field, errors: [pick(messageZh, message)] })));
}

/** What is left to say above the buttons once the faults stand at their fields. */
function elsewhere(problem: Problem, kind: FactKind): Problem {
  return { ...problem, faults: problem.faults.filter(({ field }) => !isOnForm(kind, field)) };
}

function isOnForm(kind: FactKind, name: string): boolean {
  return name === "reason" || kind.fields.some((field) => field.name === name);
}
