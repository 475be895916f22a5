import { Button } from "antd";
import { useState } from "react";
import { printCitation } from "../i18n/citation";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DueMark } from "../ui/due-mark";
import { daysBetween } from "../ui/urgency";
import type { Tender } from "./tender-commands";
import { IndicatorDialog, MoveTenderDialog } from "./tender-dialogs";

type Request = { kind: "move"; stage: string; name: string } | { kind: "indicator" };

const BACKWARDS = ["failed", "terminated"];

/** All of a tender: its terms, what may come next and why not, the days of the law, what was promised, what was done. */
export function TenderFile({ tender, mayAct }: { tender: Tender; mayAct: boolean }) {
  const [request, setRequest] = useState<Request | null>(null);
  return (
    <>
      <TenderHead tender={tender} />
      {mayAct && tender.next.length > 0 && <TenderSteps tender={tender} onMove={(stage, name) => setRequest({ kind: "move", stage, name })} />}
      <TenderDeadlines tender={tender} />
      <TenderIndicators tender={tender} onMark={mayAct && tender.endedOn === null ? () => setRequest({ kind: "indicator" }) : null} />
      <TenderEvents tender={tender} />
      {request?.kind === "move" && <MoveTenderDialog tender={tender} stage={request.stage} name={request.name} onClose={() => setRequest(null)} />}
      {request?.kind === "indicator" && <IndicatorDialog tender={tender} onClose={() => setRequest(null)} />}
    </>
  );
}

function TenderHead({ tender }: { tender: Tender }) {
  const { t, f, say } = useTexts();
  const lines: [string, string][] = [
    [t.tenders.bidding, tender.opensOn === null ? t.common.unknown : `${f.date(tender.opensOn)} – ${f.date(tender.closesOn)}`],
    [t.tenders.startingPrice, f.yuan(tender.startingPriceYuan)],
    [t.tenders.reservePrice, f.yuan(tender.reservePriceYuan)],
    ...(tender.winner === null ? [] : [[t.tenders.winner, tender.winner] as [string, string], [t.tenders.awardPrice, f.yuan(tender.priceYuan)] as [string, string]]),
    ...(tender.priceOpenYuan === null ? [] : [[t.tenders.priceOpen, f.yuan(tender.priceOpenYuan)] as [string, string]]),
  ];
  return (
    <header className="case-head">
      <p className="case-head__line">
        <strong>
          {say(tender.methodName)} · {t.tenders.round(tender.round)}
        </strong>
        <span className={tender.endedOn === null ? "stage-mark" : "stage-mark is-closed"}>{say(tender.stageName)}</span>
        {tender.number !== null && <span className="muted">{tender.number}</span>}
      </p>
      <dl className="tender-terms">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd className="numeric">{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function TenderSteps({ tender, onMove }: { tender: Tender; onMove: (stage: string, name: string) => void }) {
  const { t, say, language } = useTexts();
  const allowed = tender.next.filter(({ refusal }) => refusal === null);
  const refused = tender.next.filter(({ refusal }) => refusal !== null);
  return (
    <section className="card-section next-steps">
      <h3>{t.cases.nextSteps}</h3>
      <div className="next-steps__allowed">
        {allowed.map(({ stage, name }) => (
          <Button key={stage} type={BACKWARDS.includes(stage) ? "default" : "primary"} onClick={() => onMove(stage, say(name))}>
            {t.tenders.moveTo(say(name))}
          </Button>
        ))}
      </div>
      {refused.length > 0 && (
        <ul className="next-steps__refused">
          {refused.map(({ stage, name, refusal }) => (
            <li key={stage}>
              <p className="next-steps__stage">
                <span>{t.tenders.moveTo(say(name))}</span>
                <span className="muted">{t.tenders.notToday}</span>
              </p>
              {refusal !== null && (
                <div className="refusal">
                  <p>{say(refusal.detail)}</p>
                  {refusal.article !== null && <p className="refusal__article">{t.common.article(printCitation(refusal.article, language))}</p>}
                </div>
              )}
              {/* Refused on today's date, it may have happened on another day. */}
              <Button size="small" onClick={() => onMove(stage, say(name))}>
                {t.tenders.onAnotherDay}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function TenderDeadlines({ tender }: { tender: Tender }) {
  const { t, f, say, language } = useTexts();
  if (tender.deadlines.length === 0) return null;
  return (
    <section className="card-section">
      <h3>{t.cases.deadlines}</h3>
      <ul className="deadlines">
        {tender.deadlines.map((deadline) => (
          <li key={deadline.code} className={deadline.doneOn === null ? "deadline" : "deadline is-done"}>
            <p className="deadline__head">
              <strong>{t.cases.dueOn(f.date(deadline.dueOn))}</strong>
              {deadline.doneOn === null ? (
                <DueMark daysLeft={daysBetween(today(), deadline.dueOn)} />
              ) : (
                <span className="muted">{deadline.isLate ? t.cases.doneLate(f.date(deadline.doneOn)) : t.cases.doneOn(f.date(deadline.doneOn))}</span>
              )}
            </p>
            <p>{say(deadline.says)}</p>
            <p className="muted">{printCitation(deadline.article, language)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TenderIndicators({ tender, onMark }: { tender: Tender; onMark: (() => void) | null }) {
  const { t, f, say } = useTexts();
  return (
    <section className="card-section">
      <div className="section-head">
        <h3>{t.tenders.promises}</h3>
        {onMark !== null && (
          <Button size="small" onClick={onMark}>
            {t.tenders.markIndicator}
          </Button>
        )}
      </div>
      {tender.indicators.length === 0 && <p className="card-empty">{t.tenders.noPromises}</p>}
      <ul className="tender-promises">
        {tender.indicators.map((indicator) => (
          <li key={indicator.code}>
            <strong>{say(indicator.name)}</strong>
            <span className="numeric">
              {indicator.atLeast ? "≥" : "≤"} {f.number(indicator.promised, 4)}
            </span>
            <span className="numeric">{indicator.found === null ? t.tenders.notChecked : t.tenders.foundOn(f.number(indicator.found, 4), f.date(indicator.checkedOn))}</span>
            <span className={indicator.result === "missed" ? "hold-mark" : "plain-mark"}>{(t.tenders.results as Record<string, string>)[indicator.result]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TenderEvents({ tender }: { tender: Tender }) {
  const { t, f, say } = useTexts();
  return (
    <section className="card-section">
      <h3>{t.cases.timeline}</h3>
      <ol className="stepper">
        {tender.events.map((event, index) => (
          <li key={event.stage} className={index === tender.events.length - 1 ? "is-present" : "is-reached"}>
            <p className="stepper__head">
              <strong>{say(event.name)}</strong>
              <span className="muted numeric">{f.date(event.on)}</span>
            </p>
            {event.note !== null && event.note !== "" && <p>{event.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
