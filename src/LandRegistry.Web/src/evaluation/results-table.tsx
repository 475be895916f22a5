import { useState } from "react";
import type { Evaluated, EvaluationComparison, EvaluationRun } from "../api/office-types";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeTable, type OfficeColumn } from "../ui/office-table";
import { withNames } from "./reasons";
import { changeView } from "../view/view-store";

const AT_ONCE = 100;

function openEnterprise(id: number): void {
  changeView({ page: "enterprises", selected: null, particulars: { enterprise: String(id), part: "figures" } });
}

/** The enterprises of a run, or of one grade of it; those without a grade say why. */
export function ResultsTable({ run, grade }: { run: EvaluationRun | undefined; grade: string | null }) {
  const texts = useTexts();
  const [shown, setShown] = useState(AT_ONCE);
  const items = run?.items.filter((one) => grade === null || (one.grade ?? "none") === grade);
  return (
    <OfficeTable
      label={texts.t.evaluation.results}
      columns={columns(texts)}
      rows={items?.slice(0, shown)}
      keyOf={({ enterpriseId }) => enterpriseId}
      empty={texts.t.evaluation.empty}
      onOpen={({ enterpriseId }) => openEnterprise(enterpriseId)}
      hasMore={items !== undefined && items.length > shown}
      onMore={() => setShown(shown + AT_ONCE)}
    />
  );
}

function columns({ t, f, pick }: Texts): OfficeColumn<Evaluated>[] {
  return [
    { key: "rank", title: t.evaluation.rank, width: "48px", isNumber: true, cell: (row) => (row.rank === null ? "" : f.count(row.rank)) },
    { key: "grade", title: t.evaluation.grade, width: "72px", cell: (row) => <GradeMark grade={row.grade} /> },
    { key: "name", title: t.evaluation.enterprise, width: "minmax(200px, 1.6fr)", cell: (row) => <strong className="cell-name">{row.enterpriseName}</strong> },
    { key: "total", title: t.evaluation.total, width: "80px", isNumber: true, cell: (row) => (row.total === null ? "" : f.number(row.total, 1)) },
    { key: "mu", title: t.evaluation.area, width: "136px", isNumber: true, cell: (row) => f.number(row.mu, 1) },
    {
      key: "why",
      title: t.evaluation.why,
      width: "minmax(160px, 1.4fr)",
      cell: (row) => (
        <span className="muted">
          {row.notGraded.map(({ zh, en }) => withNames(pick(zh, en), t.enterprises.metrics)).join(t.common.listSeparator)}
          {row.isEstimated && row.grade !== null && <span className="estimate-mark">{t.evaluation.estimated}</span>}
        </span>
      ),
    },
  ];
}

function GradeMark({ grade }: { grade: string | null }) {
  const { t } = useTexts();
  return grade === null ? <span className="unknown">{t.evaluation.notGraded}</span> : <span className={`grade grade--${grade}`}>{grade}</span>;
}

/** Whom other weights would give another grade. */
export function MovesTable({ comparison }: { comparison: EvaluationComparison }) {
  const texts = useTexts();
  const { t, f } = texts;
  const [shown, setShown] = useState(10);
  return (
    <section className="moves">
      <h3>{comparison.moved === 0 ? t.evaluation.noMoves : t.evaluation.moved(f.count(comparison.moved))}</h3>
      {comparison.items.length > 0 && (
        <OfficeTable
          label={t.evaluation.moved(f.count(comparison.moved))}
          columns={[
            { key: "name", title: t.evaluation.enterprise, width: "minmax(200px, 1.6fr)", cell: (row) => <strong className="cell-name">{row.enterpriseName}</strong> },
            { key: "before", title: t.evaluation.before, width: "minmax(96px, 0.6fr)", cell: (row) => <GradeMark grade={row.before} /> },
            { key: "after", title: t.evaluation.after, width: "minmax(96px, 0.6fr)", cell: (row) => <GradeMark grade={row.after} /> },
            { key: "rank", title: t.evaluation.rank, width: "minmax(96px, 0.6fr)", isNumber: true, cell: (row) => (row.rankBefore === null || row.rankAfter === null ? "" : t.evaluation.change(f.count(row.rankBefore), f.count(row.rankAfter))) },
            { key: "total", title: t.evaluation.total, width: "minmax(128px, 0.8fr)", isNumber: true, cell: (row) => t.evaluation.change(f.number(row.totalBefore, 1), f.number(row.totalAfter, 1)) },
          ]}
          rows={comparison.items.slice(0, shown)}
          keyOf={({ enterpriseId }) => enterpriseId}
          empty={t.evaluation.noMoves}
          onOpen={({ enterpriseId }) => openEnterprise(enterpriseId)}
        />
      )}
      {comparison.items.length > shown && (
        <button type="button" className="text-button" onClick={() => setShown(comparison.items.length)}>
          {t.evaluation.more(f.count(comparison.items.length - shown))}
        </button>
      )}
    </section>
  );
}
