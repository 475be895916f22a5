import { Segmented } from "antd";
import { useMemo } from "react";
import { useEnterprisePages, useStrategyGaps } from "../api/office-queries";
import type { EnterpriseRow } from "../api/office-types";
import type { components } from "../api/schema";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { FilterInput } from "../ui/filter-input";
import { OfficeTable, orUnknown, type OfficeColumn } from "../ui/office-table";
import { choose, useView } from "../view/view-store";
import { EnterpriseCard } from "./enterprise-card";

const VIEWS = ["all", "idle", "gaps"] as const;
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
        {view !== "gaps" && <FilterInput isWide label={t.enterprises.search} placeholder={t.enterprises.searchHint} value={find} onChange={(text) => choose({ find: text }, "replace")} />}
        <Segmented<EnterpriseView>
          aria-label={t.pages.enterprises}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: t.enterprises.views[one] ?? one }))}
          onChange={(next) => choose({ list: next === "all" ? "" : next })}
        />
      </OfficeHead>
      <div className="office-split">
        <div className="office-body">
          {view === "gaps" ? <GapList selected={opened} onOpen={open} /> : <EnterpriseList find={find} onlyIdle={view === "idle"} selected={opened} onOpen={open} />}
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

function EnterpriseList({ find, onlyIdle, selected, onOpen }: ListProps & { find: string; onlyIdle: boolean }) {
  const texts = useTexts();
  const query = new URLSearchParams({ limit: "100", ...(find === "" ? {} : { q: find }), ...(onlyIdle ? { idle: "true" } : {}) });
  const pages = useEnterprisePages(query);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  return (
    <OfficeTable
      label={texts.t.pages.enterprises}
      columns={columns(texts, selected !== null)}
      rows={rows}
      keyOf={({ id }) => id}
      empty={texts.t.enterprises.empty}
      isError={pages.isError}
      selected={selected}
      onOpen={({ id }) => onOpen(id)}
      hasMore={pages.hasNextPage}
      isLoadingMore={pages.isFetchingNextPage}
      onMore={() => void pages.fetchNextPage()}
    />
  );
}

/** Beside an open card only the columns that tell enterprises apart are left. */
function columns({ t, f, pick }: Texts, isNarrow: boolean): OfficeColumn<EnterpriseRow>[] {
  const all: OfficeColumn<EnterpriseRow>[] = [
    { key: "name", title: t.enterprises.name, width: "minmax(180px, 2fr)", cell: (row) => <strong className="cell-name" title={row.name}>{row.name}</strong> },
    {
      key: "state",
      title: t.enterprises.state,
      width: "minmax(96px, 0.7fr)",
      cell: (row) => (
        <span className="due-cell">
          {orUnknown(row.operatingStateName === null ? null : pick(row.operatingStateName.zh, row.operatingStateName.en), t.common.unknown)}
          {row.isIdle && <span className="hold-mark">{t.enterprises.idle}</span>}
        </span>
      ),
    },
    { key: "parcels", title: t.enterprises.parcels, width: "56px", isNumber: true, cell: (row) => f.count(row.parcelCount) },
    { key: "officer", title: t.enterprises.officer, width: "minmax(88px, 0.7fr)", cell: (row) => orUnknown(row.officer, t.common.unknown) },
    { key: "code", title: t.enterprises.creditCode, width: "184px", cell: (row) => orUnknown(row.creditCode === null ? null : <span className="numeric">{row.creditCode}</span>, t.common.unknown) },
    { key: "scale", title: t.enterprises.scale, width: "minmax(96px, 0.6fr)", cell: (row) => orUnknown(row.scale === null ? null : t.enterprises.scales[row.scale], t.common.unknown) },
  ];
  return isNarrow ? all.filter(({ key }) => ["name", "state", "parcels"].includes(key)) : all;
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
