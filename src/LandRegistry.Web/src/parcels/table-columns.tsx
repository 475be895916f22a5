import type { ReactNode } from "react";
import type { ParcelRow } from "../api/types";
import type { Texts } from "../i18n/language-context";
import type { Sort } from "../view/view-url";
import { StatusTag } from "./status-swatch";

/** What cells need besides their row. */
export interface ColumnContext extends Texts {
  zoneName: (id: number) => string | null;
  useName: (code: string) => string | null;
}

export interface Column {
  key: string;
  title: (texts: Texts) => string;
  /** Grid track. */
  width: string;
  /** The column leaves when the table is narrower than this, in pixels. */
  from: number;
  sort?: "code" | "area" | "updated" | "status";
  isNumber?: boolean;
  cell: (row: ParcelRow, context: ColumnContext) => ReactNode;
}

export const COLUMNS: readonly Column[] = [
  { key: "status", title: ({ t }) => t.table.status, width: "164px", from: 0, sort: "status", cell: (row) => <StatusTag status={row.status} onHold={row.onHold} /> },
  { key: "code", title: ({ t }) => t.table.code, width: "176px", from: 0, sort: "code", cell: (row, { f }) => <span className="numeric">{orUnknown(row.code, f.text)}</span> },
  { key: "name", title: ({ t }) => t.table.name, width: "minmax(140px, 1.2fr)", from: 0, cell: (row, { f }) => orUnknown(row.name, f.text) },
  { key: "area", title: ({ t }) => t.table.area, width: "104px", from: 0, sort: "area", isNumber: true, cell: (row, context) => <AreaCell row={row} context={context} /> },
  { key: "use", title: ({ t }) => t.table.use, width: "minmax(96px, 0.7fr)", from: 1130, cell: (row, { f, useName }) => orUnknown(row.landUseCode === null ? null : (useName(row.landUseCode) ?? row.landUseCode), f.text) },
  { key: "holder", title: ({ t }) => t.table.holder, width: "minmax(140px, 1.2fr)", from: 850, cell: (row, { f }) => orUnknown(row.holder, f.text) },
  { key: "zone", title: ({ t }) => t.table.zone, width: "minmax(96px, 0.8fr)", from: 1240, cell: (row, { f, zoneName }) => orUnknown(zoneName(row.zoneId), f.text) },
  { key: "since", title: ({ t }) => t.table.since, width: "104px", from: 1360, cell: (row, { f }) => orUnknown(row.statusSince, f.date) },
  { key: "updated", title: ({ t }) => t.table.updated, width: "136px", from: 1010, sort: "updated", cell: (row, { f }) => <span className="muted">{f.moment(row.updatedAt)}</span> },
];

export function columnsFor(width: number): readonly Column[] {
  return COLUMNS.filter((column) => column.from <= width);
}

/** A second click on a sorted column turns it round; area and date start with the largest. */
export function nextSort(column: NonNullable<Column["sort"]>, sort: Sort): Sort {
  if (sort === column) return `-${column}`;
  if (sort === `-${column}`) return column;
  return column === "area" || column === "updated" ? `-${column}` : column;
}

function AreaCell({ row, context: { t, f } }: { row: ParcelRow; context: ColumnContext }) {
  if (row.areaSquareMetres === null) return <span className="unknown">{t.common.unknown}</span>;
  return (
    <span className="numeric">
      {!row.areaIsMeasured && (
        <span className="stated-mark" title={t.table.statedHint}>
          {t.table.stated}
        </span>
      )}
      {f.mu(row.areaSquareMetres)}
    </span>
  );
}

function orUnknown(value: string | null, print: (value: string | null) => string): ReactNode {
  return value === null || value === "" ? <span className="unknown">{print(null)}</span> : print(value);
}
