import type { ReactNode } from "react";
import type { ParcelRow } from "../api/types";
import type { Texts } from "../i18n/language-context";
import type { Language, Sort } from "../view/view-url";
import { StatusTag } from "./status-swatch";

/** What cells need besides their row. */
export interface ColumnContext extends Texts {
  zoneName: (id: number) => string | null;
  useName: (code: string) => string | null;
}

export interface Column {
  key: string;
  title: (texts: Texts) => string;
  /** Least width in pixels; English has longer words for a status. */
  least: number;
  leastInEnglish?: number;
  /** Share of the room that is left over. */
  grow?: number;
  sort?: "code" | "area" | "updated" | "status";
  isNumber?: boolean;
  cell: (row: ParcelRow, context: ColumnContext) => ReactNode;
}

/** In the order of what is asked first: a narrow table shows the left ones and scrolls to the others. */
export const COLUMNS: readonly Column[] = [
  { key: "status", title: ({ t }) => t.table.status, least: 164, leastInEnglish: 236, sort: "status", cell: (row) => <StatusTag status={row.status} onHold={row.onHold} /> },
  { key: "code", title: ({ t }) => t.table.code, least: 176, sort: "code", cell: (row, { f }) => <span className="numeric">{orUnknown(row.code, f.text)}</span> },
  { key: "name", title: ({ t }) => t.table.name, least: 140, grow: 1.2, cell: (row, { f }) => orUnknown(row.name, f.text) },
  { key: "area", title: ({ t }) => t.table.area, least: 104, sort: "area", isNumber: true, cell: (row, context) => <AreaCell row={row} context={context} /> },
  { key: "holder", title: ({ t }) => t.table.holder, least: 140, grow: 1.2, cell: (row, { f }) => orUnknown(row.holder, f.text) },
  { key: "officer", title: ({ t }) => t.table.officer, least: 88, cell: (row, { f }) => orUnknown(row.officer, f.text) },
  { key: "updated", title: ({ t }) => t.table.updated, least: 136, sort: "updated", cell: (row, { f }) => <span className="muted">{f.moment(row.updatedAt)}</span> },
  { key: "use", title: ({ t }) => t.table.use, least: 112, grow: 0.7, cell: (row, { f, useName }) => orUnknown(row.landUseCode === null ? null : (useName(row.landUseCode) ?? row.landUseCode), f.text) },
  { key: "zone", title: ({ t }) => t.table.zone, least: 112, grow: 0.8, cell: (row, { f, zoneName }) => orUnknown(zoneName(row.zoneId), f.text) },
  { key: "since", title: ({ t }) => t.table.since, least: 104, cell: (row, { f }) => orUnknown(row.statusSince, f.date) },
];

const GAP = 16;
/** Width of the column of checks. */
const CHECK = 24;

/** Grid tracks of a row, and the least width of all columns with the gaps between and beside them, in pixels. */
export function tableTracks(language: Language): { template: string; width: number } {
  const widths = COLUMNS.map(({ least, leastInEnglish }) => (language === "en" ? (leastInEnglish ?? least) : least));
  const template = COLUMNS.map(({ grow }, index) => (grow === undefined ? `${widths[index]}px` : `minmax(${widths[index]}px, ${grow}fr)`)).join(" ");
  return { template: `${CHECK}px ${template}`, width: widths.reduce((sum, width) => sum + width + GAP, GAP + CHECK + GAP) };
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
