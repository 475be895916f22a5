import type { ReactNode } from "react";
import { today } from "../i18n/format";
import type { Texts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { StatusTag } from "../parcels/status-swatch";
import { DueMark } from "../ui/due-mark";
import { orUnknown, type OfficeColumn } from "../ui/office-table";
import { daysBetween } from "../ui/urgency";
import type { ColumnCode } from "./chosen-columns";
import type { RetenderRow } from "./retender-queries";
import type { Item } from "./retender-query";

/** What cells need besides their row. */
export interface RetenderContext extends Texts {
  zoneName: (id: number) => string | null;
  useName: (code: string) => string | null;
}

interface Cell {
  width: string;
  isNumber?: boolean;
  cell: (row: RetenderRow, context: RetenderContext) => ReactNode;
}

/** Stages of a tender during which its closing day is still ahead. */
const BIDDING = ["planned", "announced", "opened"];

const number = (cell: Cell["cell"], width = "112px"): Cell => ({ width, isNumber: true, cell });
const text = (cell: Cell["cell"], width = "minmax(120px, 1fr)"): Cell => ({ width, cell });

const CELLS: Record<ColumnCode, Cell> = {
  code: text((row, { t }) => <span className="numeric">{orUnknown(row.code, t.common.unknown)}</span>, "176px"),
  name: text((row, context) => <NameCell row={row} context={context} />, "minmax(168px, 1.2fr)"),
  zone: text((row, { t, zoneName }) => orUnknown(zoneName(row.zoneId), t.common.unknown), "minmax(104px, 0.8fr)"),
  use: text((row, { t, useName }) => orUnknown(row.landUseCode === null ? null : (useName(row.landUseCode) ?? row.landUseCode), t.common.unknown), "minmax(88px, 0.7fr)"),
  area: number((row, { t, f }) => orUnknown(f.mu(row.areaSquareMetres), t.common.unknown), "80px"),
  floorArea: number((row, { t, f }) => orUnknown(f.number(row.floorAreaSquareMetres, 0), t.common.unknown), "136px"),
  status: text((row) => <StatusTag status={row.status} onHold={row.section === "held"} />, "minmax(160px, 0.8fr)"),
  statusSince: text((row, { f }) => f.date(row.statusSince), "112px"),
  readyOn: text((row, context) => <ReadyCell row={row} context={context} />, "104px"),
  blockers: text((row, context) => <BlockerCell row={row} context={context} />, "minmax(184px, 1.4fr)"),
  holders: text((row, { t, say }) => <Whole words={holders(row, say, t.common.listSeparator)} unknown={t.common.unknown} />, "minmax(128px, 1fr)"),
  expectedOn: text((row, context) => <ExpectedCell row={row} context={context} />, "112px"),
  holdReason: text((row, { t }) => orUnknown(row.holdReason, t.common.unknown), "minmax(160px, 1fr)"),
  holdUntil: text((row, { t, f }) => (row.section === "held" && row.holdUntil === null ? t.retender.noEnd : orUnknown(f.date(row.holdUntil), t.common.unknown)), "120px"),
  tenderStage: text((row, context) => <StageCell row={row} context={context} />, "minmax(136px, 1fr)"),
  closesOn: text((row, context) => <ClosingCell row={row} context={context} />, "104px"),
  nextDue: text((row, context) => <NextDueCell row={row} context={context} />, "minmax(176px, 1.2fr)"),
  winner: text((row, { t }) => <Whole words={row.tender?.winner ?? null} unknown={t.common.unknown} />, "minmax(104px, 1.2fr)"),
  awardPrice: number((row, { t, f }) => orUnknown(f.yuan(row.tender?.priceYuan), t.common.unknown), "120px"),
  far: number((row, { t }) => orUnknown(range(row.conditions?.floorAreaRatioMin, row.conditions?.floorAreaRatioMax), t.common.unknown), "72px"),
  density: number((row, { t, f }) => orUnknown(f.percent(row.conditions?.buildingDensityMax), t.common.unknown)),
  green: number((row, { t, f }) => orUnknown(f.percent(row.conditions?.greenRatioMin), t.common.unknown)),
  height: number((row, { t, f }) => orUnknown(f.number(row.conditions?.heightMaxMetres), t.common.unknown)),
  investment: number((row, { t, f }) => orUnknown(f.yuan(row.conditions?.investmentPerMuYuan), t.common.unknown), "128px"),
  output: number((row, { t, f }) => orUnknown(f.yuan(row.conditions?.outputPerMuYuan), t.common.unknown), "128px"),
  tax: number((row, { t, f }) => orUnknown(f.yuan(row.conditions?.taxPerMuYuan), t.common.unknown), "128px"),
  energy: number((row, { t, f }) => orUnknown(f.number(row.conditions?.energyPerOutputMax, 3), t.common.unknown), "128px"),
  term: number((row, { t, f }) => orUnknown(f.number(row.conditions?.termYears), t.common.unknown), "96px"),
  price: number((row, { t, f }) => orUnknown(f.yuan(row.conditions?.pricePerMuYuan), t.common.unknown), "120px"),
  infrastructure: text((row, context) => <Whole words={things(row, context)} unknown={context.t.common.unknown} />, "minmax(128px, 1.6fr)"),
  rightEndsOn: text((row, { t, f }) => (row.rightEndsOn === null ? <span className="muted">{t.retender.rightEnded}</span> : f.date(row.rightEndsOn)), "128px"),
  neighbours: text((row, context) => neighbours(row, context), "minmax(144px, 1fr)"),
};

export function retenderColumns(codes: readonly ColumnCode[], context: RetenderContext): OfficeColumn<RetenderRow>[] {
  return codes.map((code) => {
    const { width, isNumber = false, cell } = CELLS[code];
    return { key: code, title: context.t.retender.columns[code], width, isNumber, cell: (row: RetenderRow) => cell(row, context) };
  });
}

const GAP = 16;

/** The room that the columns need at least, in pixels: all rows are as wide, so that their cells stand under each other. */
export function leastWidth(columns: readonly Pick<OfficeColumn<RetenderRow>, "width">[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/\d+/.exec(width)?.[0] ?? 0) + GAP, GAP);
}

/** Words that a narrow column cuts are read whole by pointing at them. */
function Whole({ words, unknown }: { words: string | null; unknown: string }) {
  return words === null ? <span className="unknown">{unknown}</span> : <span title={words}>{words}</span>;
}

function NameCell({ row, context: { t } }: { row: RetenderRow; context: RetenderContext }) {
  return (
    <span className="two-lines">
      <strong className="cell-name">{parcelLabel(row, t)}</strong>
      {row.name !== null && row.code !== null && <span className="muted numeric">{row.code}</span>}
    </span>
  );
}

function ReadyCell({ row, context: { t, f } }: { row: RetenderRow; context: RetenderContext }) {
  if (row.byScenario) return <span className="plain-mark">{t.retender.byScenario}</span>;
  if (row.readyOn === null) return <span className="unknown">{t.common.unknown}</span>;
  return (
    <span className="two-lines">
      <span>{f.date(row.readyOn)}</span>
      {row.section === "ready" && row.status !== "ready" && <span className="muted">{t.retender.notMarked}</span>}
    </span>
  );
}

function BlockerCell({ row, context: { t, say } }: { row: RetenderRow; context: RetenderContext }) {
  if (row.blockers.length === 0) return <span className="muted">{t.retender.nothingBlocks}</span>;
  return (
    <span className="blocker-marks">
      {row.blockers.map((blocker) => (
        <span key={blocker.code} className="blocker-mark" title={`${say(blocker.name)} (${blocker.article})`}>
          {t.retender.items[blocker.code as Item] ?? say(blocker.name)}
        </span>
      ))}
    </span>
  );
}

function ExpectedCell({ row, context: { t, f } }: { row: RetenderRow; context: RetenderContext }) {
  if (row.expectedOn !== null) return f.date(row.expectedOn);
  const known = row.blockers.filter(({ expectedOn }) => expectedOn !== null);
  if (known.length === 0) return <span className="muted">{t.retender.noPlan}</span>;
  return <span className="muted">{t.retender.partlyPlanned(known.length, row.blockers.length)}</span>;
}

function StageCell({ row, context: { t, say } }: { row: RetenderRow; context: RetenderContext }) {
  if (row.tender === null) return <span className="muted">{t.retender.noTender}</span>;
  const { stageName, methodName, round, number } = row.tender;
  return (
    <span className="two-lines" title={number ?? undefined}>
      <span>{say(stageName)}</span>
      <span className="muted">
        {say(methodName)} · {t.tenders.round(round)}
      </span>
    </span>
  );
}

/** How long bidding still goes on is said only while it does. */
function ClosingCell({ row: { tender }, context: { t, f } }: { row: RetenderRow; context: RetenderContext }) {
  if (tender === null || tender.closesOn === null) return <span className="unknown">{t.common.unknown}</span>;
  const daysLeft = daysBetween(today(), tender.closesOn);
  return (
    <span className="two-lines">
      <span className="numeric">{f.date(tender.closesOn)}</span>
      {BIDDING.includes(tender.stage) && daysLeft >= 0 && <DueMark daysLeft={daysLeft} />}
    </span>
  );
}

function NextDueCell({ row: { tender }, context: { t, f, say } }: { row: RetenderRow; context: RetenderContext }) {
  if (tender === null || tender.next === null) return <span className="muted">{t.retender.nothingDue}</span>;
  const { code, dueOn, says, article } = tender.next;
  return (
    <span className="two-lines" title={`${say(says)} (${article})`}>
      <span>
        <span className="numeric">{f.date(dueOn)}</span> {(t.retender.tenderDays as Record<string, string>)[code] ?? say(says)}
      </span>
      <DueMark daysLeft={daysBetween(today(), dueOn)} />
    </span>
  );
}

function holders(row: RetenderRow, say: Texts["say"], separator: string): string | null {
  const names = row.blockers.flatMap((blocker) => (blocker.holders.length > 0 ? blocker.holders : [say(blocker.department)]));
  return names.length === 0 ? null : [...new Set(names)].join(separator);
}

function things(row: RetenderRow, { t, f }: RetenderContext): string | null {
  const names = row.infrastructure.map(({ item, quantity, unit, distanceMetres }) => {
    const name = (t.retender.things as Record<string, string>)[item] ?? item;
    const sized = quantity === null ? name : `${name} ${f.number(quantity, 0)} ${unit ?? ""}`.trimEnd();
    return distanceMetres === null ? sized : t.retender.atDistance(sized, f.number(distanceMetres, 0));
  });
  return names.length === 0 ? null : [...new Set(names)].join(t.common.listSeparator);
}

function neighbours(row: RetenderRow, { t, f }: RetenderContext): ReactNode {
  const { count, statuses } = row.neighbours;
  if (count === 0) return <span className="muted">{t.retender.noNeighbours}</span>;
  const parts = Object.entries(statuses).map(([status, parcels]) => `${(t.status as Record<string, string>)[status] ?? status} ${f.count(parcels)}`);
  return <span title={parts.join(t.common.listSeparator)}>{parts.join(t.common.listSeparator)}</span>;
}

function range(least: number | null | undefined, most: number | null | undefined): string | null {
  if (most === null || most === undefined) return least === null || least === undefined ? null : `≥ ${least}`;
  return least === null || least === undefined ? `≤ ${most}` : `${least}–${most}`;
}
