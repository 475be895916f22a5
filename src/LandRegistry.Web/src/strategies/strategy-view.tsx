import { Button } from "antd";
import type { StrategyDetail, StrategyFigures } from "../api/office-types";
import { CardSection, Properties, Property } from "../card/properties";
import { useTexts } from "../i18n/language-context";
import { toTyped } from "./figures";
import { stateOf } from "./strategy-state";

interface StrategyViewProps {
  strategy: StrategyDetail;
  onStep: (n: number) => void;
}

export function StrategyView({ strategy, onStep }: StrategyViewProps) {
  const { t, f, pick } = useTexts();
  const state = stateOf(strategy);
  return (
    <>
      <p className="strategy__title">
        <strong>{pick(strategy.typeName.zh, strategy.typeName.en)}</strong>
        <span className={state === "current" ? "stage-mark" : state === "draft" ? "hold-mark" : "plain-mark"}>{t.strategies.states[state]}</span>
        {strategy.isExemplar && <span className="plain-mark">{t.strategies.exemplar}</span>}
        {strategy.approvedOn !== null && <span className="muted">{t.strategies.approvedOn(f.date(strategy.approvedOn))}</span>}
        {strategy.replacedOn !== null && <span className="muted">{t.strategies.replacedOn(f.date(strategy.replacedOn))}</span>}
      </p>
      {strategy.missing.length > 0 && (
        <p className="card-warnings" role="note">
          {t.strategies.missing(strategy.missing.map(({ zh, en }) => pick(zh, en)).join(t.common.listSeparator))}
        </p>
      )}
      <CardSection title={t.strategies.slots}>
        <div className="slots">
          <Slot name={t.strategies.leader} value={strategy.leader} />
          <Slot name={t.strategies.officer} value={strategy.officer} />
          <Slot name={t.strategies.planDocument} value={strategy.planDocument} />
        </div>
      </CardSection>
      <Steps strategy={strategy} onStep={state === "current" ? onStep : null} />
      <CardSection title={t.strategies.figures}>
        <Figures target={strategy.target} result={strategy.result} />
      </CardSection>
      <CardSection title={t.strategies.investor}>
        {strategy.investor === null ? (
          <p className="card-empty">{t.strategies.noInvestor}</p>
        ) : (
          <p>
            <strong>{strategy.investor}</strong>
            {strategy.investorStageName !== null && ` · ${pick(strategy.investorStageName.zh, strategy.investorStageName.en)}`}
          </p>
        )}
      </CardSection>
      {strategy.court !== null && (
        <CardSection title={t.strategies.court}>
          <Properties>
            <Property name={t.strategies.courtKind} value={strategy.court.kind} />
            <Property name={t.strategies.courtName} value={strategy.court.name} />
            <Property name={t.strategies.caseNumber} value={strategy.court.caseNumber} />
            <Property name={t.strategies.administrator} value={strategy.court.administrator} />
            <Property name={t.strategies.acceptedOn} value={f.date(strategy.court.acceptedOn)} />
          </Properties>
        </CardSection>
      )}
      {strategy.note !== null && <p className="muted">{strategy.note}</p>}
    </>
  );
}

function Slot({ name, value }: { name: string; value: string | null }) {
  const { t } = useTexts();
  return (
    <div className={value === null ? "slot is-empty" : "slot"}>
      <span className="muted">{name}</span>
      <strong>{value ?? t.strategies.emptySlot}</strong>
    </div>
  );
}

function Steps({ strategy, onStep }: { strategy: StrategyDetail; onStep: ((n: number) => void) | null }) {
  const { t, f } = useTexts();
  return (
    <CardSection title={`${t.strategies.steps} · ${t.strategies.endOn} ${f.date(strategy.endOn)}`}>
      {strategy.steps.length === 0 && <p className="card-empty">{t.strategies.noSteps}</p>}
      <ol className="plan-steps">
        {strategy.steps.map((step) => (
          <li key={step.n} className={step.doneOn !== null ? "is-done" : step.isLate ? "is-late" : undefined}>
            <span className="plan-steps__n numeric">{step.n}</span>
            <span className="plan-steps__what">
              <span>{step.name}</span>
              <span className="muted">{[step.department, step.assignee].filter(Boolean).join(" · ") || t.common.unknown}</span>
            </span>
            <span className="plan-steps__when">
              <span>{step.doneOn !== null ? t.strategies.done(f.date(step.doneOn)) : t.strategies.dueOn(f.date(step.dueOn))}</span>
              <span className={step.isLate ? "is-bad" : "muted"}>{step.doneOn !== null ? "" : step.isLate ? t.strategies.late : t.strategies.startBy(f.date(step.startBy))}</span>
            </span>
            {onStep !== null && (
              <Button size="small" onClick={() => onStep(step.n)}>
                {step.doneOn === null ? t.strategies.markDone : t.strategies.undo}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </CardSection>
  );
}

function Figures({ target, result }: { target: StrategyFigures; result: StrategyFigures }) {
  const { t, f } = useTexts();
  const [aim, got] = [toTyped(target), toTyped(result)];
  const rows = [
    [t.strategies.area, aim.areaMu, got.areaMu],
    [t.strategies.investment, aim.investment, got.investment],
    [t.strategies.tax, aim.tax, got.tax],
    [t.strategies.jobs, aim.jobs, got.jobs],
  ] as const;
  const cell = (value: number | null | undefined) => <td className={value === null || value === undefined ? "unknown" : "numeric"}>{f.number(value)}</td>;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <td />
          <th scope="col">{t.strategies.target}</th>
          <th scope="col">{t.strategies.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, aimed, reached]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cell(aimed)}
            {cell(reached)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
