import { Form, Radio } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useMe } from "../api/queries";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { openCase } from "./case-commands";

interface Entered {
  stage: string;
  on: Dayjs;
  officer?: string;
  number?: string;
  reason: string;
}

export function OpenCaseDialog({ parcelId, onClose }: { parcelId: number; onClose: () => void }) {
  const { t } = useTexts();
  const me = useMe().data;
  return (
    <FormDialog<Entered>
      title={t.cases.openCase}
      parcelId={parcelId}
      submitLabel={t.cases.openCase}
      initial={{ stage: "suspected", on: dayjs(today()), officer: me?.name ?? "" }}
      send={({ stage, on, officer, number, reason }) => openCase(parcelId, { stage, on: dayOf(on), officer: textOf(officer), number: textOf(number), reason })}
      onClose={onClose}
    >
      <Form.Item name="stage" label={t.cases.openAs}>
        <Radio.Group options={["suspected", "watched"].map((value) => ({ value, label: t.cases.openStages[value] }))} />
      </Form.Item>
      <DayField name="on" label={t.pages.date} />
      <TextField name="officer" label={t.cases.officer} required={false} />
      <TextField name="number" label={t.cases.number} required={false} hint={t.cases.numberHint} />
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}
