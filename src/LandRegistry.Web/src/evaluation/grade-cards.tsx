import type { GradeCounts } from "../api/office-types";
import { useTexts } from "../i18n/language-context";

const GRADES = [
  ["A", "a"],
  ["B", "b"],
  ["C", "c"],
  ["D", "d"],
  ["none", "notGraded"],
] as const;

interface GradeCardsProps {
  before: GradeCounts | undefined;
  after: GradeCounts | undefined;
  /** A to D, or none; null: all. */
  chosen: string | null;
  onChoose: (grade: string | null) => void;
}

/** How many enterprises have which grade; a click lists them. */
export function GradeCards({ before, after, chosen, onChoose }: GradeCardsProps) {
  const { t, f } = useTexts();
  return (
    <div className="figure-cards figure-cards--small">
      {GRADES.map(([grade, key]) => (
        <button key={grade} type="button" aria-pressed={chosen === grade} className="figure-card" onClick={() => onChoose(chosen === grade ? null : grade)}>
          <span className="figure-card__name">{t.evaluation.grades[grade]}</span>
          <span className="figure-card__value numeric">
            {before === undefined ? "·" : after === undefined || after[key] === before[key] ? f.count(before[key]) : t.evaluation.change(f.count(before[key]), f.count(after[key]))}
          </span>
        </button>
      ))}
    </div>
  );
}
