import { useMemo } from "react";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeTable, orUnknown, type OfficeColumn } from "../ui/office-table";
import { choose, useView } from "../view/view-store";
import { useVisitTotals, useWatchPages, WATCH_REASONS, type WatchedRow } from "./visit-queries";

/** The watch list, by hand and by rule, and how the visits of the year stand. */
export function WatchView({ selected, onOpen }: { selected: number | null; onOpen: (id: number) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const { particulars } = useView();
  const reason = WATCH_REASONS.find((one) => one === particulars.kind) ?? null;
  const pages = useWatchPages(reason);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  return (
    <>
      <VisitFigures texts={texts} />
      <div className="retender-filters" role="tablist" aria-label={t.visits.reasons}>
        {[null, ...WATCH_REASONS].map((one) => (
          <button key={one ?? "all"} type="button" role="tab" aria-selected={one === reason} className="chip" onClick={() => choose({ kind: one ?? "" })}>
            {one === null ? t.visits.allReasons : t.visits.reasonNames[one]}
          </button>
        ))}
      </div>
      <OfficeTable
        label={t.visits.watch}
        columns={columns(texts, selected !== null)}
        rows={rows}
        keyOf={({ enterpriseId }) => enterpriseId}
        empty={t.visits.nobodyWatched}
        isError={pages.isError}
        selected={selected}
        onOpen={({ enterpriseId }) => {
          choose({ part: "visits" }, "replace");
          onOpen(enterpriseId);
        }}
        hasMore={pages.hasNextPage}
        isLoadingMore={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </>
  );
}

function VisitFigures({ texts: { t, f } }: { texts: Texts }) {
  const totals = useVisitTotals().data;
  if (totals === undefined) return null;
  const figures: [string, string, string][] = [
    [t.visits.visitCount, f.count(totals.visits), t.visits.distinct(f.count(totals.enterprises), f.count(totals.premises))],
    [t.visits.found, f.count(totals.findings.found), t.visits.rectifiedHint(f.count(totals.findings.rectified), totals.findings.rate === null ? t.common.unknown : f.percent(totals.findings.rate / 100))],
    [t.visits.stillOpen, f.count(totals.findings.open), t.visits.sinceYear(f.date(totals.from))],
    [t.visits.overdue, f.count(totals.overdue), t.visits.overdueHint],
  ];
  return (
    <div className="figure-cards">
      {figures.map(([name, value, hint]) => (
        <div key={name} className="figure-card">
          <span className="figure-card__name">{name}</span>
          <span className="figure-card__value numeric">{value}</span>
          <span className="figure-card__hint">{hint}</span>
        </div>
      ))}
    </div>
  );
}

function columns({ t, f, say }: Texts, isNarrow: boolean): OfficeColumn<WatchedRow>[] {
  const all: OfficeColumn<WatchedRow>[] = [
    { key: "name", title: t.enterprises.name, width: "minmax(180px, 2fr)", cell: (row) => <strong className="cell-name">{row.enterpriseName}</strong> },
    {
      key: "reasons",
      title: t.visits.reasons,
      width: "minmax(200px, 1.6fr)",
      cell: (row) => (
        <span className="visit-reasons">
          {row.reasons.map(({ code, name }) => (
            <span key={code} className={code === "marked" ? "plain-mark" : "bad-mark"}>
              {say(name)}
            </span>
          ))}
        </span>
      ),
    },
    { key: "state", title: t.enterprises.state, width: "minmax(88px, 0.7fr)", cell: (row) => orUnknown(row.operatingStateName === null ? null : say(row.operatingStateName), t.common.unknown) },
    { key: "last", title: t.visits.lastVisit, width: "112px", cell: (row) => (row.lastVisitOn === null ? <span className="muted">{t.visits.never}</span> : f.date(row.lastVisitOn)) },
    { key: "next", title: t.visits.nextVisit, width: "112px", cell: (row) => (row.nextDueOn === null ? <span className="muted">{t.visits.noPlanShort}</span> : f.date(row.nextDueOn)) },
    { key: "open", title: t.visits.stillOpen, width: "80px", isNumber: true, cell: (row) => f.count(row.openFindings) },
  ];
  return isNarrow ? all.filter(({ key }) => ["name", "reasons"].includes(key)) : all;
}
