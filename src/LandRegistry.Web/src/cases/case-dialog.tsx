import dayjs, { type Dayjs } from "dayjs";
import type { CaseDetail, CaseDocument, Text } from "../api/office-types";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { CauseForm, DeterminationForm, DocumentForm, MilestoneForm } from "./case-forms";
import { sendCaseCommand } from "./case-commands";
import type { CaseFormProps } from "./case-form-props";
import type { CaseForm } from "./case-stages";
import { PlanForm } from "./plan-form";

/** Which window of a case is open, and on what. */
export type CaseDialogRequest =
  | { kind: "move"; stage: string; name: Text }
  | { kind: "serve"; document: CaseDocument }
  | { kind: "officer" }
  | { kind: "form"; form: CaseForm };

interface CaseDialogProps {
  file: CaseDetail;
  request: CaseDialogRequest;
  onClose: () => void;
}

/** The windows of a case. They send on the version that is on the screen, which a conflict renews. */
export function CaseDialog({ file, request, onClose }: CaseDialogProps) {
  const props: CaseFormProps = { file, onClose, send: (command) => sendCaseCommand(file, command) };
  switch (request.kind) {
    case "move":
      return <MoveDialog {...props} stage={request.stage} name={request.name} />;
    case "serve":
      return <ServeDialog {...props} paper={request.document} />;
    case "officer":
      return <OfficerDialog {...props} />;
    case "form":
      return <RecordDialog {...props} form={request.form} />;
  }
}

function RecordDialog({ form, ...props }: CaseFormProps & { form: CaseForm }) {
  switch (form.kind) {
    case "document":
      return <DocumentForm {...props} kind={form.document} />;
    case "determination":
      return <DeterminationForm {...props} />;
    case "plan":
      return <PlanForm {...props} />;
    case "milestone":
      return <MilestoneForm {...props} kind={form.milestone} />;
    case "cause":
      return <CauseForm {...props} />;
  }
}

function MoveDialog({ file, send, onClose, stage, name }: CaseFormProps & { stage: string; name: Text }) {
  const { t, pick } = useTexts();
  return (
    <FormDialog<{ on: Dayjs; reason: string }>
      title={t.cases.moveTitle(pick(name.zh, name.en))}
      parcelId={file.parcelId}
      initial={{ on: dayjs(today()) }}
      send={({ on, reason }) => send({ route: "move", body: { to: stage, on: dayOf(on), reason } })}
      onClose={onClose}
    >
      <DayField name="on" label={t.cases.day} />
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

function ServeDialog({ file, send, onClose, paper }: CaseFormProps & { paper: CaseDocument }) {
  const { t, pick } = useTexts();
  return (
    <FormDialog<{ servedOn: Dayjs; proof?: string; reason?: string }>
      title={t.cases.serve}
      subject={<strong>{[pick(paper.kindName.zh, paper.kindName.en), paper.number].filter(Boolean).join(" · ")}</strong>}
      parcelId={file.parcelId}
      initial={{ servedOn: dayjs(paper.servedOn ?? today()), proof: paper.proofOfService ?? "" }}
      send={({ servedOn, proof, reason }) =>
        send({ route: `documents/${paper.id}/serve`, body: { servedOn: dayOf(servedOn), proofOfService: textOf(proof), reason: textOf(reason) } })
      }
      onClose={onClose}
    >
      <DayField name="servedOn" label={t.cases.servedOn} />
      <TextField name="proof" label={t.cases.proof} required={false} hint={t.cases.proofHint} />
      <LongField name="reason" label={t.pages.note} />
    </FormDialog>
  );
}

function OfficerDialog({ file, send, onClose }: CaseFormProps) {
  const { t } = useTexts();
  return (
    <FormDialog<{ officer?: string; reason?: string }>
      title={t.cases.assign}
      parcelId={file.parcelId}
      initial={{ officer: file.officer ?? "" }}
      send={({ officer, reason }) => send({ route: "officer", body: { officer: textOf(officer), reason: textOf(reason) } })}
      onClose={onClose}
    >
      <TextField name="officer" label={t.cases.officer} required={false} />
      <LongField name="reason" label={t.pages.reason} />
    </FormDialog>
  );
}
