import { Button } from "antd";
import type { CaseDetail, CaseDocument } from "../api/office-types";
import { printCitation } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";
import type { CaseDialogRequest } from "./case-dialog";

type Act = ((request: CaseDialogRequest) => void) | null;

/** The official documents with number, issue and service. */
export function CaseDocuments({ file, onAct }: { file: CaseDetail; onAct: Act }) {
  const { t } = useTexts();
  return (
    <section className="card-section">
      <h3>{t.cases.documents}</h3>
      {file.documents.length === 0 && <p className="card-empty">{t.cases.noDocuments}</p>}
      <ul className="entries">
        {file.documents.map((paper) => (
          <DocumentLine key={paper.id} paper={paper} onServe={onAct === null ? null : () => onAct({ kind: "serve", document: paper })} />
        ))}
      </ul>
    </section>
  );
}

function DocumentLine({ paper, onServe }: { paper: CaseDocument; onServe: (() => void) | null }) {
  const { t, f, pick } = useTexts();
  return (
    <li>
      <p className="entries__head">
        <strong>{pick(paper.kindName.zh, paper.kindName.en)}</strong>
        {onServe !== null && (
          <Button size="small" onClick={onServe}>
            {paper.servedOn === null ? t.cases.serve : t.cases.correctService}
          </Button>
        )}
      </p>
      <p>
        {paper.number !== null && <span className="numeric">{paper.number} · </span>}
        {t.cases.issued(f.date(paper.issuedOn))}
      </p>
      <p className={paper.servedOn !== null && paper.proofOfService !== null ? "muted" : "is-warning"}>
        {paper.servedOn === null
          ? t.cases.notServed
          : `${t.cases.served(f.date(paper.servedOn))} · ${paper.proofOfService === null ? t.cases.noProof : t.cases.proofOf(paper.proofOfService)}`}
      </p>
    </li>
  );
}

/** What was determined, what is planned, what happened. */
export function CaseDecisions({ file: { determination, plan, milestones } }: { file: CaseDetail }) {
  const { t, f, pick } = useTexts();
  if (determination === null && plan === null && milestones.length === 0) return null;
  return (
    <section className="card-section">
      <h3>{t.cases.milestones}</h3>
      <ul className="entries">
        {determination !== null && (
          <li>
            <p className="entries__head">
              <strong>{t.cases.determination}</strong>
              <span className="muted numeric">{f.date(determination.on)}</span>
            </p>
            <p>
              {t.idleKinds[determination.kind] ?? determination.kind} · {pick(determination.causeName.zh, determination.causeName.en)}
            </p>
          </li>
        )}
        {plan !== null && (
          <li>
            <p className="entries__head">
              <strong>{t.cases.plan}</strong>
              <span className="muted numeric">{f.date(plan.draftedOn)}</span>
            </p>
            <p>
              {pick(plan.measureName.zh, plan.measureName.en)}
              {plan.from !== null && plan.until !== null && ` · ${t.cases.fromUntil(f.date(plan.from), f.date(plan.until))}`}
            </p>
          </li>
        )}
        {milestones.map((milestone) => (
          <li key={milestone.id}>
            <p className="entries__head">
              <strong>{pick(milestone.kindName.zh, milestone.kindName.en)}</strong>
              <span className="muted numeric">{f.date(milestone.on)}</span>
            </p>
            {milestone.note !== null && <p>{milestone.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Causes of idleness, each with the paper that shows it. */
export function CaseCauses({ file, onAct }: { file: CaseDetail; onAct: Act }) {
  const { t, f, pick, language } = useTexts();
  return (
    <section className="card-section">
      <div className="section-head">
        <h3>{t.cases.causes}</h3>
        {onAct !== null && (
          <Button size="small" onClick={() => onAct({ kind: "form", form: { kind: "cause" } })}>
            {t.cases.addCause}
          </Button>
        )}
      </div>
      {file.causes.length === 0 && <p className="card-empty">{t.cases.noCauses}</p>}
      <ul className="entries">
        {file.causes.map((cause) => (
          <li key={cause.id}>
            <p className="entries__head">
              <strong>{pick(cause.causeName.zh, cause.causeName.en)}</strong>
              <span className="muted numeric">{f.date(cause.on)}</span>
            </p>
            <p className="muted">
              {[cause.sideName === null ? null : pick(cause.sideName.zh, cause.sideName.en), cause.article === null ? null : printCitation(cause.article, language)].filter(Boolean).join(" · ")}
            </p>
            <p className={cause.document === null ? "is-warning" : undefined}>{cause.document === null ? t.cases.noEvidence : t.cases.evidenceOf(cause.document)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
