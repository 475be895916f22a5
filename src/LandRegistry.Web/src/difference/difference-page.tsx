import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { changeView, choose, useView } from "../view/view-store";
import { parseDay } from "../view/view-url";
import { ZoneSelect } from "../zones/zone-select";
import { DaySelect } from "./day-select";
import { DifferenceList } from "./difference-list";
import { DIFFERENCE_KINDS, useDifferenceCounts, type DifferenceKind, type TwoDays } from "./difference-queries";
import { MatrixTable } from "./matrix-table";
import { usualFrom } from "./usual-from";

/** What a later day has otherwise than an earlier one. */
export default function DifferencePage() {
  const { t, f } = useTexts();
  const { particulars, filters } = useView();
  const days: TwoDays = { from: parseDay(particulars.from) ?? usualFrom(), to: parseDay(particulars.to) };
  const kind: DifferenceKind = DIFFERENCE_KINDS.find((one) => one === particulars.list) ?? "status";
  const counts = useDifferenceCounts(days, filters);
  const isWrong = days.from > (days.to ?? today());
  return (
    <>
      <OfficeHead page="difference" count={t.difference.between(f.date(days.from), days.to === null ? t.difference.now : f.date(days.to))}>
        <DaySelect label={t.difference.from} day={days.from} onChange={(from) => choose({ from: from ?? "" })} />
        <DaySelect label={t.difference.to} day={days.to} onChange={(to) => choose({ to: to === today() ? "" : (to ?? "") })} />
        <ZoneSelect />
      </OfficeHead>
      <div className="office-body">
        {isWrong ? (
          <p className="office-empty">{t.difference.wrongOrder}</p>
        ) : (
          <>
            <div className="figure-cards" role="tablist">
              {DIFFERENCE_KINDS.map((one) => (
                <button key={one} type="button" role="tab" aria-selected={one === kind} className="figure-card" onClick={() => choose({ list: one })}>
                  <span className="figure-card__name">{t.difference.kinds[one]}</span>
                  <span className="figure-card__value numeric">{counts.data?.counts ? f.count(counts.data.counts[one]) : "·"}</span>
                  <span className="figure-card__hint">{t.difference.hints[one]}</span>
                </button>
              ))}
            </div>
            {kind === "status" && counts.data?.statusMoves && <MatrixTable moves={counts.data.statusMoves} />}
            <DifferenceList key={kind} days={days} kind={kind} onOpen={(id) => changeView({ selected: id })} />
          </>
        )}
      </div>
    </>
  );
}
