import { Segmented } from "antd";
import { useMemo } from "react";
import { useStrategyGaps } from "../api/office-queries";
import type { components } from "../api/schema";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { FilterInput } from "../ui/filter-input";
import { OfficeTable, type OfficeColumn } from "../ui/office-table";
import { choose, useView } from "../view/view-store";
import { EnterpriseCard } from "./enterprise-card";
import { EnterpriseExport, EnterpriseFilters, EnterpriseList } from "./enterprise-list";
import { SamePeriodView } from "./same-period-view";

const VIEWS = ["all", "idle", "gaps", "same-period"] as const;
type EnterpriseView = (typeof VIEWS)[number];
type GapRow = components["schemas"]["StrategyGapRow"];

/** Enterprises beside the card of the one that is open. */
export default function EnterprisesPage() {
  const { t } = useTexts();
  const { particulars } = useView();
  const view: EnterpriseView = VIEWS.find((one) => one === particulars.list) ?? "all";
  const opened = /^\d+$/.test(particulars.enterprise ?? "") ? Number(particulars.enterprise) : null;
  const find = particulars.find ?? "";
  const open = (id: number) => choose({ enterprise: String(id) }, opened === null ? "push" : "replace");
  return (
    <>
      <OfficeHead page="enterprises">
        {view !== "gaps" && view !== "same-period" && <FilterInput isWide label={t.enterprises.search} placeholder={t.enterprises.searchHint} value={find} onChange={(text) => choose({ find: text }, "replace")} />}
        {view !== "gaps" && view !== "same-period" && <EnterpriseFilters />}
        {(view === "all" || view === "idle") && <EnterpriseExport find={find} onlyIdle={view === "idle"} />}
        <Segmented<EnterpriseView>
          aria-label={t.pages.enterprises}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: t.enterprises.views[one] ?? one }))}
          onChange={(next) => choose({ list: next === "all" ? "" : next })}
        />
      </OfficeHead>
      <div className="office-split">
        <div className="office-body">
          {view === "same-period" ? <SamePeriodView selected={opened} onOpen={open} /> : view === "gaps" ? <GapList selected={opened} onOpen={open} /> : <EnterpriseList find={find} onlyIdle={view === "idle"} selected={opened} onOpen={open} />}
        </div>
        {opened !== null && <EnterpriseCard key={opened} id={opened} />}
      </div>
    </>
  );
}

interface ListProps {
  selected: number | null;
  onOpen: (id: number) => void;
}

function GapList({ selected, onOpen }: ListProps) {
  const texts = useTexts();
  const pages = useStrategyGaps();
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  return (
    <OfficeTable
      label={texts.t.enterprises.views["gaps"] ?? ""}
      columns={gapColumns(texts)}
      rows={rows}
      keyOf={({ enterpriseId }) => enterpriseId}
      empty={texts.t.enterprises.gapEmpty}
      isError={pages.isError}
      selected={selected}
      onOpen={({ enterpriseId }) => {
        choose({ part: "strategy" }, "replace");
        onOpen(enterpriseId);
      }}
      hasMore={pages.hasNextPage}
      isLoadingMore={pages.isFetchingNextPage}
      onMore={() => void pages.fetchNextPage()}
    />
  );
}

function gapColumns({ t, f, pick }: Texts): OfficeColumn<GapRow>[] {
  return [
    { key: "name", title: t.enterprises.name, width: "minmax(180px, 2fr)", cell: (row) => <strong className="cell-name">{row.enterpriseName}</strong> },
    { key: "missing", title: t.enterprises.missing, width: "minmax(150px, 1.2fr)", cell: (row) => (row.hasStrategy ? row.missing.map(({ zh, en }) => pick(zh, en)).join(t.common.listSeparator) : <span className="is-warning">{t.enterprises.noStrategy}</span>) },
    { key: "parcels", title: t.enterprises.parcels, width: "56px", isNumber: true, cell: (row) => f.count(row.parcelCount) },
  ];
}
