import { Select } from "antd";
import { useEffect, useState } from "react";
import { useRuleSets } from "../api/office-queries";
import type { RuleSet } from "../api/office-types";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { choose, useView } from "../view/view-store";
import { useComparison, useRun } from "./evaluation-queries";
import { GradeCards } from "./grade-cards";
import { MovesTable, ResultsTable } from "./results-table";
import { isChanged, weightsOf, type Weights } from "./rules";
import { WeightsPanel } from "./weights-panel";

/** Years for which figures may be there: the last five that are over. */
function years(): string[] {
  const last = Number(today().slice(0, 4)) - 1;
  return [0, 1, 2, 3, 4].map((back) => String(last - back));
}

/** Grades by output and tax per mu, under published rules, and who moves under other weights. */
export default function EvaluationPage() {
  const { t, f, pick, language } = useTexts();
  const { particulars } = useView();
  const sets = useRuleSets();
  const set = sets.data?.items.find(({ id }) => id === particulars.rules) ?? sets.data?.items[0];
  const year = years().find((one) => one === particulars.period) ?? years()[0] ?? "";
  return (
    <>
      <OfficeHead page="evaluation">
        <Select
          className="rules-select"
          aria-label={t.evaluation.ruleSet}
          value={set?.id ?? null}
          options={(sets.data?.items ?? []).map(({ id, title }) => ({ value: id, label: pick(title.zh, title.en) }))}
          onChange={(rules) => choose({ rules: rules ?? "" })}
        />
        <Select aria-label={t.evaluation.year} value={year} options={years().map((one) => ({ value: one, label: t.evaluation.yearOf(one) }))} onChange={(period) => choose({ period })} />
      </OfficeHead>
      <div className="office-body">
        {sets.isError && <p className="office-empty">{t.pages.failed}</p>}
        {set !== undefined && (
          <>
            <p className="muted evaluation__rules" title={language === "zh" ? set.quote : undefined}>
              {[t.evaluation.bases[set.basis], t.evaluation.minimum(f.number(set.minimumMu), f.number(set.minimumAgeYears)), sharesOf(set, f.percent, t.evaluation.shares), t.evaluation.source(set.source)].join(" · ")}
            </p>
            <Evaluation key={`${set.id}/${year}`} set={set} year={year} />
          </>
        )}
      </div>
    </>
  );
}

function sharesOf({ shares: { a, b, c } }: RuleSet, percent: (share: number) => string, print: (a: string, b: string, c: string) => string): string {
  return print(percent(a), percent(b), percent(c));
}

const PAUSE_MILLISECONDS = 500;

function Evaluation({ set, year }: { set: RuleSet; year: string }) {
  const { t } = useTexts();
  const [weights, setWeights] = useState<Weights>(() => weightsOf(set));
  const settled = useSettled(weights);
  const [grade, setGrade] = useState<string | null>(null);
  const run = useRun(set.id, year);
  const comparison = useComparison(set, settled, year);
  const compares = isChanged(set, settled) && comparison.data !== undefined;
  return (
    <>
      <GradeCards before={run.data?.counts} after={compares ? comparison.data.after : undefined} chosen={grade} onChoose={setGrade} />
      <WeightsPanel set={set} weights={weights} onChange={setWeights} />
      {compares && <MovesTable comparison={comparison.data} />}
      {run.isError && <p className="office-empty">{t.pages.failed}</p>}
      <ResultsTable key={grade} run={run.data} grade={grade} />
    </>
  );
}

/** A value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
