import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Radio, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { IconButton } from "../ui/icon-button";
import { planVisits, recordVisit, rectifyFinding, watchEnterprise, type Finding, type VisitFile } from "./visit-queries";

interface DialogProps {
  file: VisitFile;
  onClose: () => void;
}

interface Visited {
  kind: string;
  on: Dayjs;
  visitor: string;
  premises?: string;
  seen: string;
  findings?: { found: string; dueOn?: Dayjs | null }[];
  source: string;
}

/** Records a visit with what was found. */
export function VisitDialog({ file, onClose }: DialogProps) {
  const { t } = useTexts();
  const send = ({ kind, on, visitor, premises, seen, findings, source }: Visited) =>
    recordVisit(file, {
      kind,
      on: dayOf(on),
      visitor,
      premises: textOf(premises),
      seen,
      source,
      note: null,
      findings: (findings ?? []).map(({ found, dueOn }) => ({ found, dueOn: dayOf(dueOn) })),
    });
  const visitor = file.plan?.visitor;
  return (
    <FormDialog<Visited> title={t.visits.record} width={620} initial={{ kind: "call", on: dayjs(today()), ...(visitor === undefined ? {} : { visitor }) }} send={send} onClose={onClose}>
      <Form.Item name="kind" label={t.visits.kind}>
        <Radio.Group options={Object.entries(t.visits.kinds).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <div className="form-row">
        <DayField name="on" label={t.pages.date} />
        <TextField name="visitor" label={t.visits.visitor} maxLength={200} />
        <TextField name="premises" label={t.visits.premises} required={false} maxLength={200} />
      </div>
      <LongField name="seen" label={t.visits.seen} required />
      <Form.List name="findings">
        {(fields, { add, remove }) => (
          <div className="finding-fields">
            {fields.map(({ key, name }) => (
              <div key={key} className="form-row">
                <Form.Item name={[name, "found"]} label={t.visits.finding} className="form-row__wide" rules={[{ required: true, whitespace: true, message: t.pages.required }]}>
                  <Input maxLength={2000} />
                </Form.Item>
                <DayField name={[name, "dueOn"]} label={t.visits.rectifyBy} required={false} mayBeFuture />
                <IconButton label={t.visits.removeFinding} icon={<MinusCircleOutlined />} onClick={() => remove(name)} />
              </div>
            ))}
            <Button size="small" icon={<PlusOutlined />} onClick={() => add({})}>
              {t.visits.addFinding}
            </Button>
          </div>
        )}
      </Form.List>
      <TextField name="source" label={t.enterprises.source} hint={t.enterprises.sourceHint} maxLength={200} />
    </FormDialog>
  );
}

/** Says that something found was put right, or that it was not after all. */
export function RectifyDialog({ file, finding, onClose }: DialogProps & { finding: Finding }) {
  const { t } = useTexts();
  const reopens = finding.rectifiedOn !== null;
  return (
    <FormDialog<{ on?: Dayjs; reason: string }>
      title={reopens ? t.visits.reopen : t.visits.rectify}
      subject={<strong>{finding.found}</strong>}
      initial={{ on: dayjs(today()) }}
      send={({ on, reason }) => rectifyFinding(file, finding.id, { on: reopens ? null : dayOf(on), reason })}
      onClose={onClose}
    >
      {!reopens && <DayField name="on" label={t.pages.date} />}
      <LongField name="reason" label={t.visits.how} required />
    </FormDialog>
  );
}

const RHYTHMS = [15, 30, 90, 180, 365] as const;

/** How often the enterprise is to be visited, and by whom. */
export function PlanDialog({ file, onClose }: DialogProps) {
  const { t } = useTexts();
  const options = [...RHYTHMS.map((days) => ({ value: days as number, label: t.visits.rhythms[days] })), { value: 0, label: t.visits.noPlanAnyMore }];
  const initial = file.plan === null ? { everyDays: 15 } : { everyDays: file.plan.everyDays, visitor: file.plan.visitor };
  const everyDays = initial.everyDays;
  return (
    <FormDialog<{ everyDays: number; visitor?: string; reason: string }>
      title={t.visits.plan}
      initial={initial}
      send={(entered) => planVisits(file, { everyDays: entered.everyDays === 0 ? null : entered.everyDays, visitor: textOf(entered.visitor), reason: entered.reason })}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item name="everyDays" label={t.visits.rhythm} className="form-row__wide">
          <Select options={options.some(({ value }) => value === everyDays) ? options : [{ value: everyDays, label: t.visits.everyDays(everyDays) }, ...options]} />
        </Form.Item>
        <Form.Item noStyle shouldUpdate={(before: { everyDays: number }, after: { everyDays: number }) => before.everyDays !== after.everyDays}>
          {({ getFieldValue }) => getFieldValue("everyDays") !== 0 && <TextField name="visitor" label={t.visits.visitor} maxLength={200} />}
        </Form.Item>
      </div>
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

/** Puts the enterprise on the watch list by hand, or takes the mark away. */
export function WatchDialog({ file, onClose }: DialogProps) {
  const { t } = useTexts();
  const isWatched = file.mark === null;
  return (
    <FormDialog<{ reason: string }> title={isWatched ? t.visits.mark : t.visits.unmark} send={({ reason }) => watchEnterprise(file, { isWatched, reason })} onClose={onClose}>
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}
