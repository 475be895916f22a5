import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, InputNumber, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { StrategyDetail, StrategyRequest } from "../api/office-types";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { backSchedule } from "./back-schedule";
import { FigureFields, InvestorFields } from "./strategy-fields";
import { toFigures, toTyped, type TypedFigures } from "./figures";
import { draftStrategy, redraftStrategy } from "./strategy-commands";

interface TypedStep {
  name?: string;
  days?: number | null;
  department?: string | null;
  assignee?: string | null;
}

interface Entered {
  type: string;
  leader?: string;
  officer?: string;
  planDocument?: string;
  endOn: Dayjs;
  steps?: TypedStep[];
  investor?: string;
  investorStage?: string | null;
  target?: TypedFigures;
  court?: { kind?: string; name?: string; caseNumber?: string; administrator?: string; acceptedOn?: Dayjs | null };
  note?: string;
}

interface StrategyEditorProps {
  enterpriseId: number;
  /** The version that the fields begin with; null: empty ones. */
  from: StrategyDetail | null;
  /** The draft that is written anew; null: a new version. */
  draft: StrategyDetail | null;
  onClose: () => void;
}

/** Writes a draft: what kind of strategy, who answers for it, and the steps with the days that follow from the end. */
export function StrategyEditor({ enterpriseId, from, draft, onClose }: StrategyEditorProps) {
  const { t } = useTexts();
  const [form] = Form.useForm<Entered>();
  const type = Form.useWatch("type", form);
  return (
    <FormDialog<Entered>
      title={draft === null ? t.strategies.draft : t.strategies.redraft}
      width={820}
      form={form}
      initial={initialOf(from)}
      send={(entered) => (draft === null ? draftStrategy(enterpriseId, requestOf(entered)) : redraftStrategy(draft, requestOf(entered)))}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item name="type" label={t.strategies.type} className="form-row__wide" rules={[{ required: true, message: t.pages.required }]}>
          <Select options={Object.entries(t.strategies.types).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <DayField name="endOn" label={t.strategies.endOn} mayBeFuture />
      </div>
      <div className="form-thirds">
        <TextField name="leader" label={t.strategies.leader} required={false} />
        <TextField name="officer" label={t.strategies.officer} required={false} />
        <TextField name="planDocument" label={t.strategies.planDocument} required={false} />
      </div>
      {type === "restructuring" && <CourtFields />}
      <StepFields />
      <InvestorFields />
      <FigureFields title={t.strategies.target} name="target" />
      <LongField name="note" label={t.strategies.note} />
    </FormDialog>
  );
}

function CourtFields() {
  const { t } = useTexts();
  return (
    <fieldset className="form-set">
      <legend>{t.strategies.court}</legend>
      <div className="form-thirds">
        <Form.Item name={["court", "kind"]} label={t.strategies.courtKind}>
          <Select allowClear options={["重整", "清算", "和解"].map((value) => ({ value, label: t.strategies.courtKinds[value] }))} />
        </Form.Item>
        <TextField name={["court", "name"]} label={t.strategies.courtName} required={false} />
        <TextField name={["court", "caseNumber"]} label={t.strategies.caseNumber} required={false} />
        <TextField name={["court", "administrator"]} label={t.strategies.administrator} required={false} />
        <DayField name={["court", "acceptedOn"]} label={t.strategies.acceptedOn} required={false} />
      </div>
    </fieldset>
  );
}

function StepFields() {
  const { t, f } = useTexts();
  const form = Form.useFormInstance<Entered>();
  const endOn = Form.useWatch("endOn", form);
  const steps = Form.useWatch("steps", form) ?? [];
  const scheduled = backSchedule(dayOf(endOn), steps.map((step) => step?.days));
  return (
    <fieldset className="form-set">
      <legend>{t.strategies.steps}</legend>
      <p className="muted">{t.strategies.scheduleHint}</p>
      <Form.List name="steps">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="step-row">
                <Form.Item name={[name, "name"]} rules={[{ required: true, whitespace: true, message: t.pages.required }]}>
                  <Input placeholder={t.strategies.step} aria-label={`${t.strategies.step} ${name + 1}`} maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, "days"]} rules={[{ required: true, message: t.pages.required }]}>
                  <InputNumber min={1} max={3650} precision={0} placeholder={t.strategies.days} aria-label={`${t.strategies.days} ${name + 1}`} />
                </Form.Item>
                <Form.Item name={[name, "department"]}>
                  <Input placeholder={t.strategies.department} aria-label={`${t.strategies.department} ${name + 1}`} maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, "assignee"]}>
                  <Input placeholder={t.strategies.assignee} aria-label={`${t.strategies.assignee} ${name + 1}`} maxLength={200} />
                </Form.Item>
                <span className="step-row__due muted numeric">{scheduled[name] ? t.strategies.dueOn(f.date(scheduled[name].dueOn)) : ""}</span>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t.strategies.removeStep} onClick={() => remove(name)} />
              </div>
            ))}
            <Button size="small" icon={<PlusOutlined />} onClick={() => add({})}>
              {t.strategies.addStep}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function initialOf(from: StrategyDetail | null): Partial<Entered> {
  if (from === null) return { steps: [{}] };
  return {
    type: from.type,
    leader: from.leader ?? "",
    officer: from.officer ?? "",
    planDocument: from.planDocument ?? "",
    endOn: dayjs(from.endOn),
    steps: from.steps.map(({ name, days, department, assignee }) => ({ name, days, department, assignee })),
    investor: from.investor ?? "",
    investorStage: from.investorStage,
    target: toTyped(from.target),
    ...(from.court === null
      ? {}
      : {
          court: {
            kind: from.court.kind ?? "",
            name: from.court.name ?? "",
            caseNumber: from.court.caseNumber ?? "",
            administrator: from.court.administrator ?? "",
            acceptedOn: from.court.acceptedOn === null ? null : dayjs(from.court.acceptedOn),
          },
        }),
    note: from.note ?? "",
  };
}

function requestOf(entered: Entered): StrategyRequest {
  const { court } = entered;
  // A court record that nobody has begun to fill in is none.
  const hasCourt = entered.type === "restructuring" && court !== undefined && [court.kind, court.name, court.caseNumber, court.administrator].some((text) => textOf(text) !== null);
  return {
    type: entered.type,
    leader: textOf(entered.leader),
    officer: textOf(entered.officer),
    planDocument: textOf(entered.planDocument),
    endOn: dayOf(entered.endOn),
    steps: (entered.steps ?? []).map((step) => ({ name: textOf(step.name), days: step.days ?? null, department: textOf(step.department), assignee: textOf(step.assignee) })),
    investor: textOf(entered.investor),
    investorStage: entered.investorStage ?? null,
    target: toFigures(entered.target ?? {}),
    court: hasCourt
      ? { kind: textOf(court.kind), name: textOf(court.name), caseNumber: textOf(court.caseNumber), administrator: textOf(court.administrator), acceptedOn: dayOf(court.acceptedOn) }
      : null,
    note: textOf(entered.note),
  };
}
