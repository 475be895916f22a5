import { Button, InputNumber } from "antd";
import type { RuleSet } from "../api/office-types";
import { useTexts, type Texts } from "../i18n/language-context";
import { isChanged, weightsOf, type Weights } from "./rules";

interface WeightsPanelProps {
  set: RuleSet;
  weights: Weights;
  onChange: (weights: Weights) => void;
}

/** The weights of the indicators; other ones are tried, the published ones stay as they are. */
export function WeightsPanel({ set, weights, onChange }: WeightsPanelProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <section className="weights" aria-label={t.evaluation.weights}>
      <h3>{t.evaluation.weights}</h3>
      {set.indicators.map((indicator, index) => {
        const name = titleOf(indicator, texts);
        return (
          <label key={`${indicator.figure}/${indicator.per}`} className="labelled">
            <span>{name}</span>
            <InputNumber
              min={1}
              max={1000}
              aria-label={t.evaluation.weightOf(name)}
              value={weights[index] ?? null}
              onChange={(next) => next !== null && onChange(weights.map((weight, place) => (place === index ? next : weight)))}
            />
          </label>
        );
      })}
      <Button size="small" disabled={!isChanged(set, weights)} onClick={() => onChange(weightsOf(set))}>
        {t.evaluation.reset}
      </Button>
    </section>
  );
}

function titleOf({ label, per, perMu }: RuleSet["indicators"][number], { t, pick }: Texts): string {
  const name = pick(label.zh, label.en);
  if (perMu) return t.evaluation.perMu(name);
  return per === null ? name : t.evaluation.per(name, t.enterprises.metrics[per]?.replace(/[（(].*$/, "").trim() ?? per);
}
