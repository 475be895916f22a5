import { Alert, Button, Form, Input, Modal, type FormInstance } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { ReactNode } from "react";
import type { Problem } from "../api/problem";
import { readDay, UP_TO_TODAY } from "../i18n/day-text";
import { useTexts } from "../i18n/language-context";
import { DayInput } from "./day-input";
import { dayRules, textOfDay } from "./day-rules";
import { ProblemAlert } from "./problem-alert";
import { useSubmit } from "./use-submit";

interface FormDialogProps<T> {
  title: string;
  /** What the form is about, above its fields. */
  subject?: ReactNode;
  parcelId?: number | undefined;
  initial?: Partial<T>;
  submitLabel?: string;
  width?: number;
  form?: FormInstance<T>;
  /** Called with what was just entered. */
  onEntered?: (entered: Partial<T>) => void;
  send: (entered: T) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a window: sends, and says in the window itself why nothing was changed. */
export function FormDialog<T extends object>({ title, subject, parcelId, initial, submitLabel, width = 520, form, onEntered, send, onClose, children }: FormDialogProps<T>) {
  const { t } = useTexts();
  const { problem, isSending, submit } = useSubmit({ parcelId, onDone: onClose });
  return (
    <Modal open onCancel={onClose} title={title} footer={null} width={width} destroyOnHidden centered mask={{ closable: false }}>
      <Form<T>
        {...(form === undefined ? {} : { form })}
        layout="vertical"
        requiredMark={false}
        initialValues={initial ?? {}}
        onValuesChange={(entered: Partial<T>) => onEntered?.(entered)}
        onFinish={(entered) => void submit(() => send(entered))}
      >
        {subject !== undefined && <div className="dialog-subject">{subject}</div>}
        {children}
        {problem !== null && <SubmitProblem problem={problem} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={isSending}>
            {submitLabel ?? t.pages.submit}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

/** Why the register did not take a change. */
export function SubmitProblem({ problem }: { problem: Problem }) {
  const { t } = useTexts();
  if (problem.status === 412) return <Alert type="warning" showIcon role="alert" title={t.pages.conflictTitle} description={t.pages.conflictBody} />;
  return <ProblemAlert problem={problem} title={problem.status === 409 ? t.pages.refusedTitle : t.pages.failedTitle} />;
}

interface FieldProps {
  name: string | (string | number)[];
  label: string;
  required?: boolean;
}

interface DayFieldProps extends FieldProps {
  /** Whether a day to come can be meant. */
  mayBeFuture?: boolean;
}

export function DayField({ name, label, required = true, mayBeFuture = false }: DayFieldProps) {
  const texts = useTexts();
  const range = mayBeFuture ? {} : UP_TO_TODAY();
  const wording = { tooLate: texts.t.pages.dateInFuture, ...(required ? { required: texts.t.pages.required } : {}) };
  return (
    <Form.Item
      name={name}
      label={label}
      validateTrigger="onBlur"
      rules={dayRules(texts, range, wording)}
      getValueProps={(value: unknown) => ({ value: textOfDay(value) })}
      getValueFromEvent={(text: string | null) => (text === null || readDay(text) === null ? text : dayjs(text))}
    >
      <DayInput range={range} mayBeEmpty={!required} style={{ width: "100%" }} />
    </Form.Item>
  );
}

export function TextField({ name, label, required = true, hint, maxLength = 100 }: FieldProps & { hint?: string; maxLength?: number }) {
  const { t } = useTexts();
  return (
    <Form.Item name={name} label={label} rules={required ? [{ required: true, whitespace: true, message: t.pages.required }] : []}>
      <Input maxLength={maxLength} {...(hint === undefined ? {} : { placeholder: hint })} />
    </Form.Item>
  );
}

export function LongField({ name, label, required = false, hint }: FieldProps & { hint?: string }) {
  const { t } = useTexts();
  return (
    <Form.Item name={name} label={label} rules={required ? [{ required: true, whitespace: true, message: t.pages.required }] : []}>
      <Input.TextArea rows={2} maxLength={2000} {...(hint === undefined ? {} : { placeholder: hint })} />
    </Form.Item>
  );
}

/** A day as the server writes it; null when none was chosen. */
export function dayOf(day: Dayjs | null | undefined): string | null {
  return day?.format("YYYY-MM-DD") ?? null;
}

/** What was typed, without blanks around it; null when nothing was. */
export function textOf(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}
