import { Form, Radio, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useLaw } from "../api/law";
import { printCitation } from "../i18n/citation";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import type { CaseFormProps } from "./case-form-props";

interface EnteredDocument {
  kind: string;
  number?: string;
  issuedOn: Dayjs;
  servedOn?: Dayjs | null;
  proof?: string;
  note?: string;
}

/** An official document with number and dates; it may be served at once or later. */
export function DocumentForm({ file, send, onClose, kind }: CaseFormProps & { kind: string | undefined }) {
  const { t, pick, language } = useTexts();
  const papers = useLaw().data?.documents ?? [];
  return (
    <FormDialog<EnteredDocument>
      title={t.cases.addDocument}
      parcelId={file.parcelId}
      initial={{ ...(kind === undefined ? {} : { kind }), issuedOn: dayjs(today()) }}
      send={({ kind: code, number, issuedOn, servedOn, proof, note }) =>
        send({
          route: "documents",
          body: { kind: code, number: textOf(number), issuedOn: dayOf(issuedOn), servedOn: dayOf(servedOn), proofOfService: textOf(proof), note: textOf(note) },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="kind" label={t.cases.documentKind} rules={[{ required: true, message: t.pages.required }]}>
        <Select
          options={papers.map((paper) => ({ value: paper.code, label: pick(paper.says.zh, paper.says.en), article: printCitation(paper.article, language) }))}
          optionRender={({ data }) => <TwoLines first={data.label} second={data.article} />}
        />
      </Form.Item>
      <div className="form-row">
        <div className="form-row__wide">
          <TextField name="number" label={t.cases.documentNumber} required={false} />
        </div>
        <DayField name="issuedOn" label={t.cases.issuedOn} />
      </div>
      <div className="form-row">
        <DayField name="servedOn" label={t.cases.servedOn} required={false} />
        <div className="form-row__wide">
          <TextField name="proof" label={t.cases.proof} required={false} hint={t.cases.proofHint} />
        </div>
      </div>
      <LongField name="note" label={t.pages.note} />
    </FormDialog>
  );
}

function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <span className="two-lines">
      <span>{first}</span>
      <span className="muted">{second}</span>
    </span>
  );
}

interface EnteredDetermination {
  kind: string;
  cause: string;
  on: Dayjs;
  note?: string;
}

/** What was determined. The clock's own answer stands beside the choice, because another one is refused. */
export function DeterminationForm({ file, send, onClose }: CaseFormProps) {
  const { t } = useTexts();
  const { kind } = file.clock;
  return (
    <FormDialog<EnteredDetermination>
      title={t.cases.determine}
      parcelId={file.parcelId}
      subject={<span>{t.cases.clockSays(t.cases.clockKinds[kind] ?? kind)}</span>}
      initial={{ ...(kind === "A" || kind === "B" ? { kind } : {}), on: dayjs(today()) }}
      send={({ kind: found, cause, on, note }) => send({ route: "determination", body: { kind: found, cause, on: dayOf(on), note: textOf(note) } })}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t.cases.idleKind} rules={[{ required: true, message: t.mark.idleKindRequired }]}>
        <Radio.Group className="radio-column" options={["A", "B"].map((value) => ({ value, label: t.idleKinds[value] }))} />
      </Form.Item>
      <Form.Item name="cause" label={t.cases.cause} rules={[{ required: true, message: t.mark.idleCauseRequired }]}>
        <Radio.Group options={["holder", "government", "force_majeure"].map((value) => ({ value, label: t.idleCauses[value] }))} />
      </Form.Item>
      <DayField name="on" label={t.pages.date} />
      <LongField name="note" label={t.pages.note} />
    </FormDialog>
  );
}

const MILESTONES = ["approved", "published", "withdrawn", "answered", "fee_paid", "deregistered", "mortgagee_told"];

export function MilestoneForm({ file, send, onClose, kind }: CaseFormProps & { kind: string | undefined }) {
  const { t } = useTexts();
  return (
    <FormDialog<{ kind: string; on: Dayjs; note?: string }>
      title={t.cases.addMilestone}
      parcelId={file.parcelId}
      initial={{ ...(kind === undefined ? {} : { kind }), on: dayjs(today()) }}
      send={({ kind: code, on, note }) => send({ route: "milestones", body: { kind: code, on: dayOf(on), note: textOf(note) } })}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t.cases.milestoneKind} rules={[{ required: true, message: t.pages.required }]}>
        <Select options={MILESTONES.map((value) => ({ value, label: t.cases.milestoneKinds[value] }))} />
      </Form.Item>
      <DayField name="on" label={t.pages.date} />
      <LongField name="note" label={t.pages.note} />
    </FormDialog>
  );
}

/** A cause of idleness with the paper that shows it; whose cause it is decides about fee and recovery. */
export function CauseForm({ file, send, onClose }: CaseFormProps) {
  const { t, pick, language } = useTexts();
  const causes = useLaw().data?.causes ?? [];
  const groups = ["government", "force_majeure", "holder"].map((side) => ({
    label: t.idleCauses[side],
    options: causes
      .filter((cause) => cause.side === side)
      .map((cause) => ({ value: cause.code, label: pick(cause.says.zh, cause.says.en), article: printCitation(cause.article, language) })),
  }));
  return (
    <FormDialog<{ cause: string; on: Dayjs; document?: string; note?: string }>
      title={t.cases.addCause}
      parcelId={file.parcelId}
      initial={{ on: dayjs(today()) }}
      send={({ cause, on, document, note }) => send({ route: "causes", body: { cause, on: dayOf(on), document: textOf(document), note: textOf(note) } })}
      onClose={onClose}
    >
      <Form.Item name="cause" label={t.cases.causeCode} rules={[{ required: true, message: t.pages.required }]}>
        <Select options={groups} />
      </Form.Item>
      <div className="form-row">
        <div className="form-row__wide">
          <TextField name="document" label={t.cases.evidence} required={false} />
        </div>
        <DayField name="on" label={t.cases.evidenceOn} />
      </div>
      <LongField name="note" label={t.pages.note} />
    </FormDialog>
  );
}
