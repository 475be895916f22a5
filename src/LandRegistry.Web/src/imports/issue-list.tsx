import { Button } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { isStatus } from "../parcels/status";
import { OfficeTable } from "../ui/office-table";
import { useIssues, type Import, type Issue } from "./import-queries";

interface IssueListProps {
  item: Import;
  version: string;
  isBusy: boolean;
  onRepair: (request: { accept: boolean; kind?: string; column?: string; row?: number; nth?: number }) => void;
  onExclude: (row: number) => void;
  /** The row that is looked at on the map. */
  shown: number | null;
  onShow: (row: number) => void;
}

/** What was found, by kind and row by row, each with its sentence and its repair. */
export function IssueList({ item, version, isBusy, onRepair, onExclude, shown, onShow }: IssueListProps) {
  const { t, f, say } = useTexts();
  const [kind, setKind] = useState("");
  const [opened, setOpened] = useState<Issue | null>(null);
  const issues = useIssues(item.id, kind, version);
  const rows = issues.data?.pages.flatMap(({ items }) => items);
  const kinds = item.issues ?? [];
  return (
    <section className="import-issues" aria-label={t.imports.issues}>
      <header className="import-issues__head">
        <h4>{t.imports.issues}</h4>
        <a href={`/api/imports/${item.id}/issues.csv`} download>
          {t.imports.report}
        </a>
      </header>
      {kinds.length > 0 && (
        <ul className="import-kinds">
          {kinds.map((one) => (
            <li key={`${one.kind}/${one.column}/${one.severity}`} className={`is-${one.severity}`}>
              <button type="button" aria-pressed={kind === one.kind} onClick={() => setKind(kind === one.kind ? "" : one.kind)}>
                {t.imports.severities[one.severity as keyof typeof t.imports.severities]} · {t.imports.kinds[one.kind as keyof typeof t.imports.kinds] ?? one.kind}
                {one.column !== "" && ` · ${one.column}`} <span className="numeric">{f.count(one.count)}</span>
              </button>
              {one.repairable > 0 && (
                <Button size="small" disabled={isBusy} onClick={() => onRepair({ accept: one.accepted < one.repairable, kind: one.kind, column: one.column })}>
                  {one.accepted < one.repairable ? t.imports.acceptAll(f.count(one.repairable - one.accepted)) : t.imports.takeBackAll}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <OfficeTable
        label={t.imports.issues}
        rows={rows}
        isError={issues.isError}
        keyOf={keyOf}
        selected={opened !== null && opened.row === shown ? keyOf(opened) : null}
        onOpen={(issue) => (setOpened(issue), onShow(issue.row))}
        empty={t.imports.noIssues}
        hasMore={issues.hasNextPage}
        isLoadingMore={issues.isFetchingNextPage}
        onMore={() => void issues.fetchNextPage()}
        columns={[
          { key: "row", title: t.imports.row, width: "64px", isNumber: true, cell: ({ row }) => row },
          { key: "severity", title: t.imports.severity, width: "76px", cell: ({ severity }) => <span className={`import-severity is-${severity}`}>{t.imports.severities[severity as keyof typeof t.imports.severities]}</span> },
          { key: "column", title: t.imports.column, width: "minmax(90px, 0.8fr)", cell: ({ column }) => column },
          { key: "value", title: t.imports.value, width: "minmax(100px, 1fr)", cell: ({ kind: why, value }) => <span className="import-issues__value" title={value}>{why === "default" && isStatus(value) ? t.status[value] : value}</span> },
          { key: "sentence", title: t.imports.sentence, width: "minmax(260px, 3fr)", cell: ({ sentence }) => say(sentence) },
          {
            key: "repair",
            title: t.imports.repair,
            width: "minmax(200px, 1.6fr)",
            cell: (issue) =>
              issue.repair === null ? (
                issue.severity === "refused" && (
                  <Button size="small" disabled={isBusy} onClick={(event) => (event.stopPropagation(), onExclude(issue.row))}>
                    {t.imports.exclude}
                  </Button>
                )
              ) : (
                <span className="import-repair">
                  {say(issue.repair)}
                  <Button size="small" disabled={isBusy} onClick={(event) => (event.stopPropagation(), onRepair({ accept: !issue.isAccepted, row: issue.row, nth: issue.nth }))}>
                    {issue.isAccepted ? t.imports.takeBack : t.imports.accept}
                  </Button>
                </span>
              ),
          },
        ]}
      />
    </section>
  );
}

function keyOf({ row, nth }: Issue): string {
  return `${row}/${nth}`;
}
