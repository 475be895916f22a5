import { Skeleton } from "antd";
import { useState } from "react";
import { useClock } from "../api/parcel-queries";
import { useAsOf } from "../api/queries";
import type { ClockAnswer, ClockStep } from "../api/types";
import { CardSection } from "../card/properties";
import { useTexts } from "../i18n/language-context";
import { DayChoice } from "../ui/day-choice";
import { SourceLine } from "../ui/source-line";
import { ClockBand } from "./clock-band";
import { LegalDays } from "./legal-days";
import { KindSign } from "./kind-sign";
import { PowerList } from "./power-list";

/** The idle clock on a day, with every reason: what went in, where it was taken from, and the article. */
export function ClockTab({ parcelId }: { parcelId: number }) {
  const { t } = useTexts();
  const shown = useAsOf();
  const [day, setDay] = useState<string | null>(shown);
  const clock = useClock(parcelId, day);
  if (clock.isError) return <p className="card-body card-empty">{t.clock.failed}</p>;
  if (clock.data === undefined) return <Skeleton active className="card-body" />;
  return (
    <div className="card-body clock" aria-busy={clock.isPlaceholderData}>
      <DayChoice day={day} onChange={setDay} />
      <Verdict clock={clock.data} />
      <LegalDays days={clock.data} asOf={clock.data.asOf} />
      <ClockBand clock={clock.data} onChoose={setDay} />
      <CardSection title={t.clock.powersTitle}>
        <PowerList powers={clock.data.powers} kind={clock.data.kind} />
      </CardSection>
      <CardSection title={t.clock.stepsTitle}>
        <ol className="clock-steps">
          {clock.data.steps.map((step, index) => (
            <Step key={`${step.code}/${index}`} step={step} />
          ))}
        </ol>
      </CardSection>
    </div>
  );
}

function Verdict({ clock }: { clock: ClockAnswer }) {
  const { t, f, say } = useTexts();
  const { kind, name, since, countsFrom, daysCounted, daysStopped, unknowns } = clock;
  return (
    <div className={`verdict verdict--${kind}`}>
      <KindSign kind={kind} />
      <div>
        <strong>{say(name)}</strong>
        {since !== null && <span className="numeric">{t.clock.since(f.date(since))}</span>}
        {countsFrom !== null && <span className="muted">{t.clock.counted(f.date(countsFrom), f.count(daysCounted), f.count(daysStopped))}</span>}
        {unknowns.length > 0 && <span className="verdict__unknown">{t.clock.unknowns(unknowns.map((code) => t.clock.inputs[code] ?? code).join(t.common.listSeparator))}</span>}
      </div>
    </div>
  );
}

/** What stands behind a step that found nothing: it is marked, so that it is not read as a finding. */
function Step({ step }: { step: ClockStep }) {
  const { t, say } = useTexts();
  const isUnknown = step.code.startsWith("unknown-");
  return (
    <li className={isUnknown ? "is-unknown" : undefined}>
      <span className="clock-steps__says">
        {isUnknown && <span className="plain-mark plain-mark--strong">{t.clock.notKnown}</span>}
        {say(step.says)}
      </span>
      {step.input !== null && (
        <span className="clock-steps__input">
          {t.clock.input} <span className="numeric">{step.input}</span>
        </span>
      )}
      <SourceLine source={step.source} article={step.article} />
    </li>
  );
}
