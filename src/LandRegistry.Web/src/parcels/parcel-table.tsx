import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Button, Skeleton } from "antd";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useLandUses, useParcelPages, useTotalCounts, useZones } from "../api/queries";
import type { ParcelRow } from "../api/types";
import { onChange } from "../events/live-changes";
import { useTexts } from "../i18n/language-context";
import { cameraFor, requestCamera } from "../map/camera-requests";
import { useMapBounds } from "../map/map-bounds";
import { changeView, useView } from "../view/view-store";
import { HeadCheck, RowCheck } from "./row-check";
import { useRowMarks } from "./use-row-marks";
import { COLUMNS, nextSort, tableTracks, type Column, type ColumnContext } from "./table-columns";

const ROW_HEIGHT = 36;
const FLASH_MILLISECONDS = 4000;

/** The filtered parcels as a list that fetches on as it is scrolled; it shares its selection with the map. */
export function ParcelTable() {
  const { t, language } = useTexts();
  const view = useView();
  const bounds = useMapBounds();
  const pages = useParcelPages(view.filters, view.sort, view.onlyInMapView ? bounds : null, true);
  const rows = useMemo(() => (pages.data?.pages ?? []).flatMap((page) => page.items), [pages.data]);
  const host = useRef<HTMLDivElement>(null);
  const tracks = tableTracks(language);
  const fresh = useFreshRows();
  const context = useColumnContext();
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => host.current, estimateSize: () => ROW_HEIGHT, overscan: 8, scrollMargin: ROW_HEIGHT });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 20) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length]);

  const select = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    choose(row.id, view.selected === null ? "push" : "replace");
    virtual.scrollToIndex(index);
  };
  const marks = useRowMarks(rows);
  const onKeyDown = (event: KeyboardEvent) => {
    if (marks.onKey(event, view.selected, select)) return;
    // Enter on a column's head is the head's own.
    if (event.key === "Enter" && event.target !== event.currentTarget) return;
    const at = rows.findIndex(({ id }) => id === view.selected);
    if (event.key === "Enter" && rows[at]) requestCamera(cameraFor(rows[at]));
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, Enter: at < 0 ? 0 : undefined }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    select(Math.min(rows.length - 1, Math.max(0, target)));
  };

  const hasMore = useHasMoreAside(host);
  useScrollToTop(host, JSON.stringify([view.filters, view.sort, view.onlyInMapView, view.asOf]));
  const template = { gridTemplateColumns: tracks.template };
  return (
    <div ref={host} className={hasMore ? "parcel-table has-more" : "parcel-table"} role="grid" aria-label={t.table.title} aria-rowcount={-1} tabIndex={0} onKeyDown={onKeyDown}>
      <div className="parcel-table__head" role="row" style={{ ...template, minWidth: tracks.width }}>
        <HeadCheck />
        {COLUMNS.map((column) => (
          <HeadCell key={column.key} column={column} />
        ))}
      </div>
      <TableState isPending={pages.isPending} isError={pages.isError && rows.length === 0} isEmpty={rows.length === 0} onRetry={() => void pages.refetch()} />
      <div style={{ height: virtual.getTotalSize(), position: "relative", minWidth: tracks.width }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <TableRow
              key={row.id}
              row={row}
              context={context}
              isSelected={row.id === view.selected}
              isFresh={fresh.has(row.id)}
              style={{ ...template, height: ROW_HEIGHT, transform: `translateY(${item.start - ROW_HEIGHT}px)` }}
              isMarked={marks.isMarked(row.id)}
              onSelect={() => choose(row.id)}
              onMark={(withShift) => marks.mark(row.id, withShift)}
            />
          );
        })}
      </div>
      {isFetchingNextPage && <p className="parcel-table__more muted">{t.table.loadingMore}…</p>}
    </div>
  );
}

/** Selects a parcel and brings the map to it where it does not show it already. */
function choose(id: number, step: "push" | "replace" = "push"): void {
  changeView({ selected: id }, step);
  requestCamera({ reveal: id });
}

/** Another list begins at its top; what is added while one scrolls does not move it. */
function useScrollToTop(host: React.RefObject<HTMLElement | null>, list: string): void {
  const shown = useRef(list);
  useEffect(() => {
    if (shown.current === list) return;
    shown.current = list;
    if (host.current !== null) host.current.scrollTop = 0;
  }, [host, list]);
}

/** Whether columns lie beyond the right edge: their being there is shown. */
function useHasMoreAside(host: React.RefObject<HTMLElement | null>): boolean {
  const [hasMore, setHasMore] = useState(false);
  useEffect(() => {
    const box = host.current;
    if (box === null) return;
    const look = () => setHasMore(box.scrollLeft + box.clientWidth < box.scrollWidth - 1);
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, [host]);
  return hasMore;
}

interface TableRowProps {
  row: ParcelRow;
  context: ColumnContext;
  isSelected: boolean;
  isFresh: boolean;
  style: React.CSSProperties;
  isMarked: boolean;
  onSelect: () => void;
  /** Takes the row into the selection or out of it; with Shift, the rows since the last one too. */
  onMark: (withShift: boolean) => void;
}

function TableRow({ row, context, isSelected, isFresh, style, isMarked, onSelect, onMark }: TableRowProps) {
  const className = ["parcel-table__row", isSelected ? "is-selected" : "", isFresh ? "is-fresh" : "", isMarked ? "is-marked" : ""].filter(Boolean).join(" ");
  return (
    <div className={className} role="row" aria-selected={isSelected} style={style} onClick={(event) => (event.shiftKey || event.ctrlKey || event.metaKey ? onMark(event.shiftKey) : onSelect())} onDoubleClick={() => requestCamera(cameraFor(row))}>
      <RowCheck row={row} isMarked={isMarked} onMark={onMark} />
      {COLUMNS.map((column) => (
        <div key={column.key} role="gridcell" className={column.isNumber ? "cell cell--number" : "cell"}>
          {column.cell(row, context)}
        </div>
      ))}
    </div>
  );
}

function HeadCell({ column }: { column: Column }) {
  const texts = useTexts();
  const { sort } = useView();
  const title = column.title(texts);
  const by = column.sort;
  const className = column.isNumber ? "cell cell--number" : "cell";
  if (by === undefined) {
    return (
      <div role="columnheader" className={className}>
        {title}
      </div>
    );
  }
  const direction = sort === by ? "ascending" : sort === `-${by}` ? "descending" : "none";
  return (
    <div role="columnheader" aria-sort={direction} className={`${className} cell--sorts`}>
      <button type="button" className="sort-button" aria-label={texts.t.table.sortBy(title)} onClick={() => changeView({ sort: nextSort(by, sort) })}>
        {title}
        {direction === "ascending" && <CaretUpOutlined />}
        {direction === "descending" && <CaretDownOutlined />}
      </button>
    </div>
  );
}

function TableState({ isPending, isError, isEmpty, onRetry }: { isPending: boolean; isError: boolean; isEmpty: boolean; onRetry: () => void }) {
  const { t } = useTexts();
  const { onlyInMapView } = useView();
  const total = useTotalCounts();
  if (isPending) return <Skeleton className="parcel-table__state" active title={false} paragraph={{ rows: 4 }} />;
  if (isError) {
    return (
      <p className="parcel-table__state">
        {t.table.failed} <Button size="small" onClick={onRetry}>{t.common.retry}</Button>
      </p>
    );
  }
  if (!isEmpty) return null;
  const why = total.data?.total.count === 0 ? t.table.emptyRegister : onlyInMapView ? t.table.emptyInView : t.table.empty;
  return <p className="parcel-table__state muted">{why}</p>;
}

function useColumnContext(): ColumnContext {
  const texts = useTexts();
  const zones = useZones().data;
  const uses = useLandUses().data;
  return useMemo(() => {
    const zoneNames = new Map((zones ?? []).map((zone) => [zone.id, texts.pick(zone.nameZh, zone.nameEn)]));
    const useNames = new Map((uses ?? []).map((use) => [use.code, texts.pick(use.nameZh, use.nameEn)]));
    return { ...texts, zoneName: (id) => zoneNames.get(id) ?? null, useName: (code) => useNames.get(code) ?? null };
  }, [texts, zones, uses]);
}

/** Rows that someone else has just changed, for a moment. */
function useFreshRows(): ReadonlySet<number> {
  const [fresh, setFresh] = useState<ReadonlySet<number>>(new Set());
  useEffect(
    () =>
      onChange(({ parcels }, isOwn) => {
        if (isOwn) return;
        setFresh((before) => new Set([...before, ...parcels]));
        setTimeout(() => setFresh((before) => new Set([...before].filter((id) => !parcels.includes(id)))), FLASH_MILLISECONDS);
      }),
    [],
  );
  return fresh;
}
