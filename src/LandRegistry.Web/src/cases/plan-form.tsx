import { Checkbox, Form, Radio } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { CaseDetail } from "../api/office-types";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, textOf } from "../ui/form-dialog";
import type { CaseFormProps } from "./case-form-props";
import { RefusalText } from "./refusal-text";

const CONDITIONS = ["pricePaidUp", "moneyInPlace", "planChangedByLaw", "equalValueLikeUse"] as const;

interface Entered {
  measure: string;
  draftedOn: Dayjs;
  from?: Dayjs | null;
  until?: Dayjs | null;
  swap?: string[];
  note?: string;
}

/** A disposal plan: the measures that the law allows here, and for each other one why not. */
export function PlanForm({ file, send, onClose }: CaseFormProps) {
  const { t } = useTexts();
  const [form] = Form.useForm<Entered>();
  const measure = Form.useWatch("measure", form);
  const submit = ({ measure: code, draftedOn, from, until, swap, note }: Entered) =>
    send({
      route: "plan",
      body: {
        measure: code,
        draftedOn: dayOf(draftedOn),
        from: dayOf(from),
        until: dayOf(until),
        swap: code === "swap" ? swapOf(swap ?? []) : null,
        note: textOf(note),
      },
    });
  return (
    <FormDialog<Entered> title={t.cases.draftPlan} parcelId={file.parcelId} form={form} width={640} initial={{ draftedOn: dayjs(today()) }} send={submit} onClose={onClose}>
      <Form.Item name="measure" label={t.cases.measure} rules={[{ required: true, message: t.pages.required }]}>
        <MeasureChoice measures={file.measures} />
      </Form.Item>
      {measure === "extend" && (
        <div className="form-row">
          <DayField name="from" label={t.cases.extendFrom} mayBeFuture />
          <DayField name="until" label={t.cases.extendUntil} mayBeFuture />
        </div>
      )}
      {measure === "temporary_use" && (
        <div className="form-row">
          <DayField name="from" label={t.cases.useFrom} mayBeFuture />
          <DayField name="until" label={t.cases.useUntil} mayBeFuture />
        </div>
      )}
      {measure === "swap" && (
        <Form.Item name="swap" label={t.cases.swapSay}>
          <Checkbox.Group className="radio-column" options={CONDITIONS.map((value) => ({ value, label: t.cases.swapConditions[value] ?? value }))} />
        </Form.Item>
      )}
      <DayField name="draftedOn" label={t.cases.draftedOn} />
      <LongField name="note" label={t.pages.note} />
    </FormDialog>
  );
}

function swapOf(shown: readonly string[]): Record<(typeof CONDITIONS)[number], boolean> {
  const [pricePaidUp, moneyInPlace, planChangedByLaw, equalValueLikeUse] = CONDITIONS.map((condition) => shown.includes(condition));
  return { pricePaidUp: pricePaidUp === true, moneyInPlace: moneyInPlace === true, planChangedByLaw: planChangedByLaw === true, equalValueLikeUse: equalValueLikeUse === true };
}

interface MeasureChoiceProps {
  measures: CaseDetail["measures"];
  value?: string;
  onChange?: (measure: string) => void;
}

function MeasureChoice({ measures, value, onChange }: MeasureChoiceProps) {
  const { t, pick } = useTexts();
  const refused = measures.filter(({ refusal }) => refusal !== null);
  return (
    <div className="measures">
      <Radio.Group
        className="radio-column"
        value={value}
        onChange={(event) => onChange?.(event.target.value as string)}
        options={measures.filter(({ refusal }) => refusal === null).map(({ measure, measureName }) => ({ value: measure, label: pick(measureName.zh, measureName.en) }))}
      />
      {refused.length > 0 && (
        <details className="measures__refused" open={refused.length === measures.length}>
          <summary>{t.cases.measuresRefused(refused.length)}</summary>
          <ul>
            {refused.map(({ measure, measureName, refusal }) => (
              <li key={measure}>
                <strong>{pick(measureName.zh, measureName.en)}</strong>
                {refusal !== null && <RefusalText refusal={refusal} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
