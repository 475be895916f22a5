import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { PlanDialog, RectifyDialog, VisitDialog, WatchDialog } from "./visit-dialogs";
import { useVisitFile, type Finding, type VisitFile } from "./visit-queries";

type Request = { kind: "visit" | "plan" | "watch" } | { kind: "rectify"; finding: Finding };

/** Visits to the enterprise, what was found and put right, how often it is to be visited, and why it is watched. */
export function VisitsPart({ enterpriseId }: { enterpriseId: number }) {
  const { t } = useTexts();
  const file = useVisitFile(enterpriseId);
  const [request, setRequest] = useState<Request | null>(null);
  if (file.isPending) return <Skeleton active />;
  if (file.isError) return <p className="office-empty">{t.pages.failed}</p>;
  const close = () => setRequest(null);
  return (
    <>
      <PlanSection file={file.data} onPlan={() => setRequest({ kind: "plan" })} onWatch={() => setRequest({ kind: "watch" })} />
      <section className="card-section">
        <div className="section-head">
          <h3>{t.visits.visits}</h3>
          <Button size="small" onClick={() => setRequest({ kind: "visit" })}>
            {t.visits.record}
          </Button>
        </div>
        <FindingCounts file={file.data} />
        <Visits file={file.data} onRectify={(finding) => setRequest({ kind: "rectify", finding })} />
      </section>
      {request?.kind === "visit" && <VisitDialog file={file.data} onClose={close} />}
      {request?.kind === "plan" && <PlanDialog file={file.data} onClose={close} />}
      {request?.kind === "watch" && <WatchDialog file={file.data} onClose={close} />}
      {request?.kind === "rectify" && <RectifyDialog file={file.data} finding={request.finding} onClose={close} />}
    </>
  );
}

function PlanSection({ file, onPlan, onWatch }: { file: VisitFile; onPlan: () => void; onWatch: () => void }) {
  const { t, f, say } = useTexts();
  return (
    <section className="card-section">
      <div className="section-head">
        <h3>{t.visits.watch}</h3>
        <span className="visit-buttons">
          <Button size="small" onClick={onWatch}>
            {file.mark === null ? t.visits.mark : t.visits.unmark}
          </Button>
          <Button size="small" onClick={onPlan}>
            {t.visits.plan}
          </Button>
        </span>
      </div>
      {file.watch.length === 0 ? (
        <p className="muted">{t.visits.notWatched}</p>
      ) : (
        <p className="visit-reasons">
          {file.watch.map(({ code, name }) => (
            <span key={code} className={code === "marked" ? "plain-mark" : "bad-mark"}>
              {say(name)}
            </span>
          ))}
        </p>
      )}
      {file.mark !== null && <p className="muted">{[f.date(file.mark.fromOn), file.mark.source, file.mark.note].filter(Boolean).join(" · ")}</p>}
      {file.plan === null ? (
        <p className="muted">{t.visits.noPlan}</p>
      ) : (
        <p>
          {t.visits.planSays(file.plan.everyDays, file.plan.visitor)}
          {file.nextDueOn !== null && <strong className={file.isOverdue ? "is-bad" : undefined}> {file.isOverdue ? t.visits.overdueSince(f.date(file.nextDueOn)) : t.visits.dueOn(f.date(file.nextDueOn))}</strong>}
        </p>
      )}
    </section>
  );
}

function FindingCounts({ file: { findings, visits } }: { file: VisitFile }) {
  const { t, f } = useTexts();
  if (findings.found === 0) return null;
  return (
    <p className="numeric">
      {t.visits.counts(f.count(visits.length), f.count(findings.found), f.count(findings.rectified), f.count(findings.open), findings.rate === null ? t.common.unknown : f.percent(findings.rate / 100))}
    </p>
  );
}

function Visits({ file, onRectify }: { file: VisitFile; onRectify: (finding: Finding) => void }) {
  const { t, f } = useTexts();
  if (file.visits.length === 0) return <p className="card-empty">{t.visits.none}</p>;
  return (
    <ul className="entries">
      {file.visits.map((visit) => (
        <li key={visit.id}>
          <p className="entries__head">
            <strong>
              {t.visits.kinds[visit.kind as keyof typeof t.visits.kinds]}
              {visit.premises !== null && ` · ${visit.premises}`}
            </strong>
            <span className="muted numeric">
              {f.date(visit.on)} · {visit.visitor}
            </span>
          </p>
          <p>{visit.seen}</p>
          {visit.findings.map((finding) => (
            <p key={finding.id} className="visit-finding">
              <span className={finding.isLate ? "is-bad" : undefined}>
                {finding.found}
                <span className="muted"> · {stateOf(finding, t, f)}</span>
              </span>
              <Button size="small" onClick={() => onRectify(finding)}>
                {finding.rectifiedOn === null ? t.visits.rectify : t.visits.reopen}
              </Button>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

type Texts = ReturnType<typeof useTexts>;

function stateOf({ rectifiedOn, dueOn, isLate }: Finding, t: Texts["t"], f: Texts["f"]): string {
  if (rectifiedOn !== null) return t.visits.rectifiedOn(f.date(rectifiedOn));
  if (dueOn === null) return t.visits.open;
  return isLate ? t.visits.late(f.date(dueOn)) : t.visits.openUntil(f.date(dueOn));
}
