import { Button, Skeleton } from "antd";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useTexts } from "../i18n/language-context";

export interface OfficeColumn<T> {
  key: string;
  title: string;
  /** Grid track. */
  width: string;
  isNumber?: boolean;
  cell: (row: T) => ReactNode;
}

interface OfficeTableProps<T> {
  label: string;
  columns: readonly OfficeColumn<T>[];
  rows: readonly T[] | undefined;
  keyOf: (row: T) => string | number;
  empty: string;
  isError?: boolean;
  selected?: string | number | null;
  /** A class of its own for a row that is to stand out. */
  classOf?: (row: T) => string | undefined;
  onOpen?: (row: T) => void;
  /** There are more rows to fetch. */
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onMore?: () => void;
}

/** A list of the office pages: rows open by click or Enter, arrows walk, the next page is fetched as the end comes near. */
export function OfficeTable<T>({ label, columns, rows, keyOf, empty, isError = false, selected = null, classOf, onOpen, hasMore = false, isLoadingMore = false, onMore }: OfficeTableProps<T>) {
  const { t } = useTexts();
  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(" ") };
  if (isError && rows === undefined) return <p className="office-empty">{t.pages.failed}</p>;
  if (rows === undefined) return <Skeleton active title={false} paragraph={{ rows: 6 }} className="office-page__waiting" />;
  return (
    <div className="office-table">
      <div role="table" aria-label={label}>
        <div className="office-table__head" role="row" style={template}>
          {columns.map((column) => (
            <div key={column.key} role="columnheader" className={column.isNumber ? "cell cell--number" : "cell"}>
              {column.title}
            </div>
          ))}
        </div>
        {rows.length === 0 && <p className="office-empty muted">{empty}</p>}
        {rows.map((row) => (
          <div
            key={keyOf(row)}
            className={["office-table__row", keyOf(row) === selected ? "is-selected" : onOpen && "is-link", classOf?.(row)].filter(Boolean).join(" ")}
            role="row"
            aria-selected={onOpen ? keyOf(row) === selected : undefined}
            style={template}
            tabIndex={onOpen ? 0 : undefined}
            onClick={() => onOpen?.(row)}
            onKeyDown={(event) => onRowKey(event, () => onOpen?.(row))}
          >
            {columns.map((column) => (
              <div key={column.key} role="cell" className={column.isNumber ? "cell cell--number numeric" : "cell"}>
                {column.cell(row)}
              </div>
            ))}
          </div>
        ))}
      </div>
      {hasMore && <More isLoading={isLoadingMore} onMore={onMore} />}
    </div>
  );
}

function onRowKey(event: KeyboardEvent<HTMLDivElement>, open: () => void): void {
  // A key pressed on a link or button inside the row is that one's own.
  if (event.target !== event.currentTarget) return;
  const neighbour = { ArrowDown: event.currentTarget.nextElementSibling, ArrowUp: event.currentTarget.previousElementSibling }[event.key];
  if (event.key !== "Enter" && neighbour === undefined) return;
  event.preventDefault();
  if (event.key === "Enter") open();
  else if (neighbour instanceof HTMLElement && neighbour.tabIndex === 0) neighbour.focus();
}

function More({ isLoading, onMore }: { isLoading: boolean; onMore: (() => void) | undefined }) {
  const { t } = useTexts();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null || isLoading) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && onMore?.());
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [isLoading, onMore]);
  return (
    <div ref={host} className="office-table__more">
      <Button size="small" loading={isLoading} onClick={onMore}>
        {isLoading ? t.pages.loadingMore : t.pages.loadMore}
      </Button>
    </div>
  );
}

/** An unknown value in its quieter voice. */
export function orUnknown(value: ReactNode, unknown: string): ReactNode {
  return value === null || value === undefined || value === "" || value === unknown ? <span className="unknown">{unknown}</span> : value;
}
