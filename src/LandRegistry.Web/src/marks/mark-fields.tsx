import { AutoComplete, Form, Input, Select } from "antd";
import { useOfficers } from "../api/queries";
import { FROM_TODAY, UP_TO_TODAY } from "../i18n/day-text";
import { useTexts } from "../i18n/language-context";
import { IdleFields } from "../parcels/idle-fields";
import { STATUSES } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";
import { DayInput } from "../ui/day-input";
import { dayRules } from "../ui/day-rules";
import type { MarkAction } from "./mark-step";

/** The fields of a step: those of its action, a note that may go with any, and the one reason. */
export function MarkFields({ action }: { action: MarkAction }) {
  const { t } = useTexts();
  return (
    <>
      {action === "status" && <StatusFields />}
      {action === "hold" && <HoldFields />}
      {action === "officer" && <OfficerFields />}
      <Form.Item name="note" label={action === "note" ? t.marks.note : t.marks.noteToo} rules={action === "note" ? [{ required: true, whitespace: true, message: t.marks.noteRequired }] : []}>
        <Input.TextArea rows={action === "note" ? 3 : 1} maxLength={2000} />
      </Form.Item>
      <Form.Item name="reason" label={t.mark.reason} rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
        <Input.TextArea rows={2} maxLength={1000} placeholder={t.mark.reasonHint} />
      </Form.Item>
    </>
  );
}

function StatusFields() {
  const texts = useTexts();
  const { t } = texts;
  const to = Form.useWatch<string | undefined>("to");
  return (
    <>
      <div className="form-row">
        <Form.Item name="to" label={t.mark.to} className="form-row__wide" rules={[{ required: true, message: t.mark.toRequired }]}>
          <Select options={STATUSES.map((status) => ({ value: status, label: <StatusTag status={status} /> }))} listHeight={400} />
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
      {to === "idle" && <IdleFields />}
    </>
  );
}

function HoldFields() {
  const texts = useTexts();
  const { t } = texts;
  return (
    <Form.Item name="until" label={t.hold.until} extra={t.hold.untilHint} validateTrigger="onBlur" rules={dayRules(texts, FROM_TODAY(), { tooEarly: t.hold.untilInPast })}>
      <DayInput range={FROM_TODAY()} mayBeEmpty />
    </Form.Item>
  );
}

function OfficerFields() {
  const { t } = useTexts();
  const officers = useOfficers().data ?? [];
  return (
    <Form.Item name="officer" label={t.marks.officer} extra={t.marks.officerHint}>
      <AutoComplete options={officers.map((value) => ({ value }))} filterOption={(typed, option) => (option?.value ?? "").includes(typed)} allowClear />
    </Form.Item>
  );
}
