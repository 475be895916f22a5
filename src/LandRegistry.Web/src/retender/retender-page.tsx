import { Select } from "antd";
import { useMemo, type CSSProperties } from "react";
import { useLandUses, useZones } from "../api/queries";
import type { CardTab } from "../card/card-tab";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { useSelection } from "../selection/selection-store";
import { DayInput } from "../ui/day-input";
import { FilterInput } from "../ui/filter-input";
import { OfficeTable } from "../ui/office-table";
import { changeView, choose, useView } from "../view/view-store";
import { parseDay } from "../view/view-url";
import { ZoneSelect } from "../zones/zone-select";
import { ListTools } from "./list-tools";
import { useChosenColumns } from "./own-columns";
import { pickColumn } from "./pick-column";
import { leastWidth, retenderColumns, type RetenderContext } from "./retender-columns";
import { RetenderGroups } from "./retender-groups";
import { useRetenderPages, useRetenderTotals, type RetenderTally } from "./retender-queries";
import { ITEMS, ORDERS, readChoice, SECTIONS, type Item, type Order, type RetenderChoice, type Section } from "./retender-query";
import { ScenarioPanel } from "./scenario-panel";

/** The tab of the card that says more of a row. */
const TABS: Record<Section, CardTab | null> = { ready: "readiness", blocked: "readiness", held: null, in_tender: "tender", sold: "tender" };

/** What can be supplied again, what cannot yet, and what it waits for. */
export default function RetenderPage() {
  const { t, f } = useTexts();
  const { particulars, filters, selected } = useView();
  const choice = readChoice(particulars);
  const pages = useRetenderPages(choice, filters);
  const totals = useRetenderTotals(choice, filters);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  const context = useRetenderContext();
  const [columns, setColumns] = useChosenColumns(choice.section);
  const selection = useSelection();
  const shownColumns = [pickColumn(selection, context), ...retenderColumns(columns, context)];
  const shown = totals.data?.sections.find(({ key }) => key === choice.section);
  return (
    <>
      <OfficeHead page="retender" {...(shown === undefined ? {} : { count: t.retender.head(f.count(shown.count), f.muWithUnit(shown.areaSquareMetres)) })}>
        <FilterInput label={t.retender.find} placeholder={t.retender.find} value={filters.text} onChange={(text) => changeView({ filters: { ...filters, text } }, "replace")} />
        <ZoneSelect />
        <ListTools choice={choice} rows={rows} columns={columns} onColumns={setColumns} />
      </OfficeHead>
      <div className="office-body">
        <SectionTabs choice={choice} sections={totals.data?.sections} />
        <ScenarioPanel choice={choice} />
        <div className="retender-body">
          <div className="retender-list" style={{ "--least": `${leastWidth(shownColumns)}px` } as CSSProperties}>
            <ListFilters choice={choice} />
            <OfficeTable
              label={t.retender.sections[choice.section]}
              columns={shownColumns}
              rows={rows}
              keyOf={({ id }) => id}
              empty={t.retender.empty}
              isError={pages.isError}
              selected={selected}
              onOpen={({ id }) => changeView({ selected: id, tab: TABS[choice.section] })}
              hasMore={pages.hasNextPage}
              isLoadingMore={pages.isFetchingNextPage}
              onMore={() => void pages.fetchNextPage()}
            />
          </div>
          <RetenderGroups choice={choice} groups={totals.data?.groups ?? []} context={context} />
        </div>
      </div>
    </>
  );
}

function SectionTabs({ choice, sections }: { choice: RetenderChoice; sections: readonly RetenderTally[] | undefined }) {
  const { t, f } = useTexts();
  return (
    <div className="figure-cards" role="tablist" aria-label={t.pages.retender}>
      {SECTIONS.map((section) => {
        const tally = sections?.find(({ key }) => key === section);
        return (
          <button key={section} type="button" role="tab" aria-selected={section === choice.section} className="figure-card" onClick={() => choose({ section, group: "" })}>
            <span className="figure-card__name">{t.retender.sections[section]}</span>
            <span className="figure-card__value numeric">{tally === undefined ? "·" : f.count(tally.count)}</span>
            <span className="figure-card__hint">{tally === undefined ? t.retender.hints[section] : `${f.muWithUnit(tally.areaSquareMetres)} · ${t.retender.hints[section]}`}</span>
          </button>
        );
      })}
    </div>
  );
}

function ListFilters({ choice }: { choice: RetenderChoice }) {
  const { t } = useTexts();
  const { filters } = useView();
  return (
    <div className="retender-filters">
      {choice.section === "ready" && (
        <label className="labelled">
          <span>{t.retender.since}</span>
          <DayInput
            aria-label={t.retender.since}
            mayBeEmpty
            range={{ to: today() }}
            value={choice.since}
            onChange={(day) => (day === null || parseDay(day) !== null) && choose({ since: day ?? "" })}
          />
        </label>
      )}
      {choice.section === "blocked" && (
        <>
          <Select<Item[]>
            mode="multiple"
            allowClear
            maxTagCount={1}
            className="kind-select"
            aria-label={t.retender.blockedBy}
            placeholder={t.retender.blockedBy}
            value={[...choice.blockers]}
            options={ITEMS.map((item) => ({ value: item, label: t.retender.items[item] }))}
            onChange={(items) => choose({ blocker: items.join(",") })}
          />
          <Select<number>
            aria-label={t.retender.most}
            value={choice.most ?? 0}
            options={[0, 1, 2, 3].map((most) => ({ value: most, label: most === 0 ? t.retender.anyNumber : t.retender.atMost(most) }))}
            onChange={(most) => choose({ most: most === 0 ? "" : String(most) })}
          />
        </>
      )}
      <Select<Order>
        aria-label={t.retender.order}
        value={choice.order}
        options={ORDERS.map((order) => ({ value: order, label: t.retender.orders[order] }))}
        onChange={(order) => choose({ order: order === "code" ? "" : order })}
      />
      {filters.uses.length > 0 && (
        <button type="button" className="text-button" onClick={() => changeView({ filters: { ...filters, uses: [] } })}>
          {t.retender.allUses}
        </button>
      )}
    </div>
  );
}

function useRetenderContext(): RetenderContext {
  const texts = useTexts();
  const zones = useZones().data;
  const uses = useLandUses().data;
  return useMemo(() => {
    const zoneNames = new Map((zones ?? []).map((zone) => [zone.id, texts.pick(zone.nameZh, zone.nameEn)]));
    const useNames = new Map((uses ?? []).map((use) => [use.code, texts.pick(use.nameZh, use.nameEn)]));
    return { ...texts, zoneName: (id) => zoneNames.get(id) ?? null, useName: (code) => useNames.get(code) ?? null };
  }, [texts, zones, uses]);
}
