import { today } from "../i18n/format";
import { DaySelect } from "../difference/day-select";
import { areInOrder, useDifferenceCounts } from "../difference/difference-queries";
import { useTexts } from "../i18n/language-context";
import { changeView, useView } from "../view/view-store";
import { CHANGE_KINDS, CHANGE_LOOKS } from "./change-looks";

/** The colours of changes with their numbers, and the day that the day shown is compared with. */
export function ComparedCounts({ from }: { from: string }) {
  const { t, f } = useTexts();
  const { asOf, filters } = useView();
  const days = { from, to: asOf };
  const isRight = areInOrder(days);
  return (
    <div className="compared">
      <DaySelect size="small" label={t.comparison.since} day={from} onChange={(day) => changeView({ comparedWith: day ?? today() }, "replace")} />
      {isRight ? (
        <ul aria-label={t.comparison.between(f.date(from), asOf === null ? t.difference.now : f.date(asOf))}>
          <Counts days={days} filters={filters} />
        </ul>
      ) : (
        <p role="alert">{t.difference.wrongOrder}</p>
      )}
    </div>
  );
}

function Counts({ days, filters }: { days: Parameters<typeof useDifferenceCounts>[0]; filters: Parameters<typeof useDifferenceCounts>[1] }) {
  const { t, f } = useTexts();
  const counts = useDifferenceCounts(days, filters).data?.counts;
  return CHANGE_KINDS.map((kind) => (
    <li key={kind}>
      <ChangeSign kind={kind} />
      {t.difference.kinds[kind]}
      <strong className="numeric">{counts ? f.count(counts[kind]) : "…"}</strong>
    </li>
  ));
}

export function ChangeSign({ kind }: { kind: (typeof CHANGE_KINDS)[number] }) {
  const { fill, ink, sign } = CHANGE_LOOKS[kind];
  return (
    <span className="change-sign" aria-hidden="true" style={{ background: fill, borderColor: ink }}>
      {sign}
    </span>
  );
}
