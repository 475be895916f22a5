import type { CaseDetail } from "../api/office-types";
import { useTexts } from "../i18n/language-context";
import { CASE_STAGE_NAMES } from "./stage-names";
import { isClosed, stagesAhead } from "./case-stages";

/** The course of a case: stages reached with day, note and who, the present one, and the next few of the usual way. */
export function CaseStepper({ file }: { file: CaseDetail }) {
  const { t, f, language } = useTexts();
  const ahead = isClosed(file.stage) ? [] : stagesAhead(file.stage);
  return (
    <section className="card-section">
      <h3>{t.cases.timeline}</h3>
      <ol className="stepper">
        {file.timeline.map((step, index) => {
          const isPresent = index === file.timeline.length - 1;
          return (
            <li key={step.id} className={isPresent ? "is-present" : "is-reached"} aria-current={isPresent ? "step" : undefined}>
              <p className="stepper__head">
                <strong>{step.stageName[language]}</strong>
                <span className="muted numeric">{f.date(step.on)}</span>
              </p>
              {step.note !== null && step.note !== "" && <p>{step.note}</p>}
              {step.entered.by !== "" && <p className="muted stepper__who">{t.cases.by(step.entered.by, f.moment(step.entered.at))}</p>}
            </li>
          );
        })}
        {ahead.map((stage) => (
          <li key={stage} className="is-ahead">
            <p className="stepper__head">{CASE_STAGE_NAMES[stage][language]}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
