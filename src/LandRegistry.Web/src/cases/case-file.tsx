import { Button } from "antd";
import { useState } from "react";
import { useAsOf } from "../api/queries";
import type { CaseDetail } from "../api/office-types";
import { useTexts } from "../i18n/language-context";
import { changeView } from "../view/view-store";
import { CaseDeadlines } from "./case-deadlines";
import { CaseDialog, type CaseDialogRequest } from "./case-dialog";
import { CaseFee } from "./case-fee";
import { CaseCauses, CaseDecisions, CaseDocuments } from "./case-records";
import { CaseStepper } from "./case-stepper";
import { NextSteps } from "./next-steps";

/** All of a case: what is due, what may come next and why not, and everything that was done. */
export function CaseFile({ file }: { file: CaseDetail }) {
  const { t } = useTexts();
  const asOf = useAsOf();
  const [request, setRequest] = useState<CaseDialogRequest | null>(null);
  const act = asOf === null ? setRequest : null;
  return (
    <>
      <CaseHead file={file} onAssign={act === null ? null : () => act({ kind: "officer" })} />
      <CaseDeadlines deadlines={file.deadlines} />
      {act === null ? <p className="muted">{t.cases.past}</p> : <NextSteps file={file} onAct={act} />}
      <CaseStepper file={file} />
      <CaseDocuments file={file} onAct={act} />
      <CaseDecisions file={file} />
      <CaseCauses file={file} onAct={act} />
      <CaseFee file={file} />
      {act !== null && (
        <p className="muted">
          {t.cases.mistake}
          <Button size="small" type="link" onClick={() => changeView({ tab: "history" })}>
            {t.cases.toHistory}
          </Button>
        </p>
      )}
      {request !== null && <CaseDialog file={file} request={request} onClose={() => setRequest(null)} />}
    </>
  );
}

function CaseHead({ file, onAssign }: { file: CaseDetail; onAssign: (() => void) | null }) {
  const { t, f, pick } = useTexts();
  return (
    <header className="case-head">
      <p className="case-head__line">
        <strong>{t.cases.caseOf(file.number ?? `#${file.id}`)}</strong>
        <span className="stage-mark">{pick(file.stageName.zh, file.stageName.en)}</span>
        {!file.isFiled && <span className="hold-mark">{t.cases.notFiled}</span>}
        {file.isMortgaged && <span className="hold-mark">{t.cases.mortgaged}</span>}
      </p>
      <p className="case-head__line muted">
        <span>{t.cases.openedOn(f.date(file.openedOn))}</span>
        <span>·</span>
        <span>{file.officer ?? t.cases.noOfficer}</span>
        {onAssign !== null && (
          <Button size="small" type="link" onClick={onAssign}>
            {t.cases.assign}
          </Button>
        )}
      </p>
    </header>
  );
}
