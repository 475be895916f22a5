import { ArrowLeftOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { usePages } from "../api/office-queries";
import { useAsOf, useLandUses, useZones } from "../api/queries";
import type { components } from "../api/schema";
import { useTexts, type Texts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { StatusTag } from "../parcels/status-swatch";
import { OfficeTable, orUnknown, type OfficeColumn } from "../ui/office-table";
import { changeView, choose, useView } from "../view/view-store";
import type { CardTab } from "../card/card-tab";
import { daysText, type Behind, type BehindOf } from "./behind";

type Row = components["schemas"]["OverviewRow"];

/** The tab of the card that says more of a row. */
const TABS: Record<BehindOf, CardTab> = { age: "history", use: "history", stay: "history", released: "history", money: "money", load: "case" };

/** The rows behind a figure that no other page lists, as of the day that the overview shows. */
export function RowsView({ behind }: { behind: Behind }) {
  const texts = useTexts();
  const { t } = texts;
  const { filters, selected } = useView();
  const asOf = useAsOf();
  const query = new URLSearchParams({ of: behind.of });
  if (behind.key !== null) query.set("key", behind.key);
  if (asOf !== null) query.set("asOf", asOf);
  filters.zones.forEach((zone) => query.append("zone", String(zone)));
  const pages = usePages<components["schemas"]["OverviewRowPage"]>("overview", "/api/overview/rows", query);
  const zones = useZones().data;
  const zoneName = (id: number) => zones?.filter((zone) => zone.id === id).map((zone) => texts.pick(zone.nameZh, zone.nameEn))[0] ?? null;
  const title = useTitle(behind, texts);
  return (
    <section className="overview-rows">
      <header className="overview-rows__head">
        <Button icon={<ArrowLeftOutlined />} onClick={() => choose({ of: "", kind: "" })}>
          {t.overview.back}
        </Button>
        <h2>{title}</h2>
      </header>
      <OfficeTable
        label={title}
        columns={columnsOf(behind.of, texts, zoneName)}
        rows={pages.data?.pages.flatMap((page) => page.items)}
        keyOf={({ id, on }) => `${id} ${on}`}
        empty={t.overview.noRows}
        isError={pages.isError}
        selected={null}
        onOpen={({ parcelId }) => changeView({ selected: parcelId, tab: TABS[behind.of] }, selected === null ? "push" : "replace")}
        hasMore={pages.hasNextPage}
        isLoadingMore={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      />
    </section>
  );
}

function useTitle({ of, key }: Behind, { t, pick }: Texts): string {
  const uses = useLandUses().data;
  const use = uses?.find(({ code }) => code === key);
  const name = {
    age: () => t.overview.ages[Number(key) as keyof typeof t.overview.ages],
    use: () => (key === null ? t.common.unknown : use === undefined ? key : pick(use.nameZh, use.nameEn)),
    stay: () => (t.status as Record<string, string>)[key ?? ""],
    released: () => null,
    money: () => (t.overview.lines as Record<string, string>)[key ?? ""],
    load: () => key ?? t.overview.nobody,
  }[of]();
  const heads: Record<BehindOf, string> = { age: t.overview.byAge, use: t.overview.byUse, stay: t.overview.stays, released: t.overview.releasedRows, money: t.overview.money, load: t.overview.load };
  return name === null || name === undefined ? heads[of] : t.overview.behind(heads[of], name);
}

function columnsOf(of: BehindOf, { t, f }: Texts, zoneName: (id: number) => string | null): OfficeColumn<Row>[] {
  const day: OfficeColumn<Row> = { key: "on", title: t.overview.columns.on[of], width: "112px", cell: ({ on }) => <span className="numeric">{f.date(on)}</span> };
  const days: OfficeColumn<Row> = { key: "days", title: t.overview.columns.days[of], width: "112px", isNumber: true, cell: (row) => orUnknown(daysText(row.days, t), t.common.unknown) };
  return [
    {
      key: "parcel",
      title: t.overview.columns.parcel,
      width: "minmax(200px, 1.4fr)",
      cell: (row) => (
        <span className="two-lines">
          <strong className="cell-name">{parcelLabel({ name: row.parcelName, code: row.parcelCode, id: row.parcelId }, t)}</strong>
          {row.parcelName !== null && row.parcelCode !== null && <span className="muted numeric">{row.parcelCode}</span>}
        </span>
      ),
    },
    { key: "zone", title: t.overview.columns.zone, width: "minmax(120px, 1fr)", cell: (row) => orUnknown(zoneName(row.zoneId), t.common.unknown) },
    { key: "status", title: of === "stay" || of === "released" ? t.overview.columns.went : t.overview.columns.status, width: "minmax(136px, 0.8fr)", cell: (row) => <StatusTag status={row.status} /> },
    { key: "area", title: t.overview.columns.area, width: "104px", isNumber: true, cell: (row) => orUnknown(f.mu(row.areaSquareMetres), t.common.unknown) },
    ...(of === "load" ? [{ key: "case", title: t.overview.columns.case, width: "minmax(136px, 1fr)", cell: (row: Row) => orUnknown(row.caseNumber, t.common.unknown) }] : []),
    day,
    ...(of === "money" ? [{ key: "amount", title: t.overview.columns.amount, width: "128px", isNumber: true, cell: (row: Row) => orUnknown(f.yuan(row.amountYuan), t.common.unknown) }] : [days]),
    ...(of === "load" ? [{ key: "overdue", title: t.overview.columns.overdue, width: "96px", isNumber: true, cell: (row: Row) => f.count(row.overdue ?? 0) }] : []),
  ];
}
