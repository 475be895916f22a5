import { Skeleton } from "antd";
import { useMemo, type ReactNode } from "react";
import { useLandUses, useZones } from "../api/queries";
import { AsOfControl } from "../as-of/as-of-control";
import { useTexts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { toPage } from "../pages/page-nav";
import { isStatus, STATUSES, type Status } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";
import { useMay } from "../people/rights";
import { useView } from "../view/view-store";
import { ZoneSelect } from "../zones/zone-select";
import { BarLink, BarList, type Bar } from "./bar-list";
import { readBehind, toRows } from "./behind";
import { FlowChart, STOCK } from "./flow-chart";
import { useOverview, type Overview, type OverviewTally } from "./overview-query";
import { RowsView } from "./rows-view";

const LINES = ["price", "payment", "fee", "fee_payment", "compensation_due", "compensation_settled", "deferred", "swap_difference", "subsidy"];

/** The register in figures, as of now or any past day; every figure leads to its rows. */
export default function OverviewPage() {
  const { t, f } = useTexts();
  const { filters, particulars } = useView();
  const overview = useOverview(filters.zones);
  const behind = readBehind(particulars);
  return (
    <>
      <OfficeHead page="overview" {...(overview.data === undefined ? {} : { count: t.overview.asOf(f.date(overview.data.asOf)) })}>
        <ZoneSelect />
        <AsOfControl />
      </OfficeHead>
      <div className="office-body">
        {behind !== null ? <RowsView behind={behind} /> : overview.data !== undefined ? <Panels overview={overview.data} /> : overview.isError ? <p className="office-empty">{t.pages.failed}</p> : <Skeleton active />}
      </div>
    </>
  );
}

function Panels({ overview }: { overview: Overview }) {
  const { t, f } = useTexts();
  const onMap = useOnMap();
  const may = useMay();
  const stock = overview.statuses.filter(({ key }) => isStatus(key ?? "") && STOCK.includes(key as Status));
  const ready = overview.statuses.find(({ key }) => key === "ready");
  const { released } = overview;
  const share = released.targetSquareMetres === null || released.targetSquareMetres === 0 ? null : released.areaSquareMetres / released.targetSquareMetres;
  return (
    <>
      <div className="figure-cards">
        <Figure name={t.overview.stock} value={f.count(sum(stock))} hint={f.muWithUnit(area(stock))} to={onMap(STOCK)} />
        <Figure name={t.status.idle} value={f.count(sum(overview.statuses.filter(({ key }) => key === "idle")))} hint={t.overview.idleHint} to={onMap(["idle"])} />
        <Figure name={t.status.ready} value={f.count(ready?.count ?? 0)} hint={f.muWithUnit(ready?.areaSquareMetres ?? 0)} to={onMap(["ready"])} />
        <Figure
          name={t.overview.released(released.year)}
          value={f.muWithUnit(released.areaSquareMetres)}
          hint={share === null ? t.overview.noTarget(f.count(released.parcels)) : t.overview.ofTarget(f.percent(share), f.muWithUnit(released.targetSquareMetres))}
          to={toRows("released", null)}
        />
      </div>
      <div className="overview-panels">
        <Panel title={t.overview.byStatus}>
          <BarList label={t.overview.byStatus} bars={STATUSES.flatMap((status) => statusBar(overview.statuses, status, f, onMap))} />
        </Panel>
        <Panel title={t.overview.flow} hint={t.overview.flowHint}>
          <FlowChart months={overview.months} />
        </Panel>
        <ByZone overview={overview} />
        <ByUse overview={overview} />
        <Panel title={t.overview.byAge} hint={t.overview.ageHint}>
          <BarList
            label={t.overview.byAge}
            bars={overview.ages.map((tally) => ({ key: tally.key ?? "", name: t.overview.ages[Number(tally.key) as keyof typeof t.overview.ages], value: tally.count, print: f.count(tally.count), note: f.muWithUnit(tally.areaSquareMetres), to: toRows("age", tally.key) }))}
          />
        </Panel>
        <Panel title={t.overview.stays} hint={t.overview.staysHint}>
          <BarList
            label={t.overview.stays}
            bars={overview.stays.map((stay) => ({ key: stay.status, name: <StatusTag status={stay.status} />, value: stay.averageMonths, print: t.overview.months(f.number(stay.averageMonths, 1)), note: t.overview.leftCount(f.count(stay.left)), to: toRows("stay", stay.status) }))}
          />
        </Panel>
        <Panel title={t.overview.money}>
          <BarList
            label={t.overview.money}
            bars={inOrder(overview.money).map((line) => ({ key: line.kind, name: (t.overview.lines as Record<string, string>)[line.kind] ?? line.kind, value: line.yuan, print: f.yuan(line.yuan), note: t.overview.lineCount(f.count(line.lines)), to: may("read_money") ? toRows("money", line.kind) : null }))}
          />
        </Panel>
        <Panel title={t.overview.load}>
          <BarList
            label={t.overview.load}
            bars={overview.officers.map(({ officer, cases, overdue }) => ({
              key: officer ?? "",
              name: officer ?? t.overview.nobody,
              value: cases,
              print: f.count(cases),
              note: overdue === 0 ? "" : t.overview.overdue(f.count(overdue)),
              to: toRows("load", officer),
            }))}
          />
        </Panel>
      </div>
    </>
  );
}

function ByZone({ overview }: { overview: Overview }) {
  const { t, f, pick } = useTexts();
  const onMap = useOnMap();
  const zones = useZones().data;
  const names = useMemo(() => new Map((zones ?? []).map((zone) => [String(zone.id), pick(zone.nameZh, zone.nameEn)])), [zones, pick]);
  const bars: Bar[] = mostFirst(overview.zones).map((tally) => ({
    key: tally.key ?? "", name: names.get(tally.key ?? "") ?? tally.key, value: tally.count, print: f.count(tally.count), note: f.muWithUnit(tally.areaSquareMetres), to: onMap(STOCK, { zones: [Number(tally.key)] }),
  }));
  return (
    <Panel title={t.overview.byZone}>
      <BarList label={t.overview.byZone} bars={bars} />
    </Panel>
  );
}

function ByUse({ overview }: { overview: Overview }) {
  const { t, f, pick } = useTexts();
  const onMap = useOnMap();
  const uses = useLandUses().data;
  const names = useMemo(() => new Map((uses ?? []).map((use) => [use.code, pick(use.nameZh, use.nameEn)])), [uses, pick]);
  const bars: Bar[] = mostFirst(overview.uses).map((tally) => ({
    key: tally.key ?? "",
    name: tally.key === null ? t.common.unknown : (names.get(tally.key) ?? tally.key),
    value: tally.count,
    print: f.count(tally.count),
    note: f.muWithUnit(tally.areaSquareMetres),
    to: tally.key === null ? toRows("use", null) : onMap(STOCK, { uses: [tally.key] }),
  }));
  return (
    <Panel title={t.overview.byUse}>
      <BarList label={t.overview.byUse} bars={bars} />
    </Panel>
  );
}

function statusBar(tallies: readonly OverviewTally[], status: Status, f: ReturnType<typeof useTexts>["f"], onMap: ReturnType<typeof useOnMap>): Bar[] {
  const tally = tallies.find(({ key }) => key === status);
  if (tally === undefined) return [];
  return [{ key: status, name: <StatusTag status={status} />, value: tally.count, print: f.count(tally.count), note: f.muWithUnit(tally.areaSquareMetres), to: onMap([status]) }];
}

/** The map and its table, showing parcels of some statuses under the zones that are chosen. */
function useOnMap() {
  const { filters } = useView();
  return (statuses: readonly Status[], further: Partial<typeof filters> = {}) => ({ ...toPage("map"), camera: null, filters: { ...filters, statuses, ...further } });
}

function Figure({ name, value, hint, to }: { name: string; value: string; hint: string; to: Parameters<typeof BarLink>[0]["to"] }) {
  return (
    <div className="figure-card">
      <span className="figure-card__name">{name}</span>
      <span className="figure-card__value numeric">
        <BarLink to={to}>{value}</BarLink>
      </span>
      <span className="figure-card__hint">{hint}</span>
    </div>
  );
}

function Panel({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="overview-panel">
      <h3>{title}</h3>
      {hint !== undefined && <p className="muted">{hint}</p>}
      {children}
    </section>
  );
}

/** Each due beside what was paid of it. */
function inOrder(lines: Overview["money"]): Overview["money"] {
  return [...lines].sort((a, b) => LINES.indexOf(a.kind) - LINES.indexOf(b.kind));
}

function sum(tallies: readonly OverviewTally[]): number {
  return tallies.reduce((total, { count }) => total + count, 0);
}

function area(tallies: readonly OverviewTally[]): number {
  return tallies.reduce((total, { areaSquareMetres }) => total + areaSquareMetres, 0);
}

function mostFirst(tallies: readonly OverviewTally[]): OverviewTally[] {
  return [...tallies].sort((a, b) => b.count - a.count);
}
