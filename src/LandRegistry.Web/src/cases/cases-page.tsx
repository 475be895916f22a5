import { Select, Switch } from "antd";
import { useMemo } from "react";
import { caseQuery, useCasePages } from "../api/office-queries";
import type { CaseRow } from "../api/office-types";
import { ListExport } from "../exports/list-export";
import { today } from "../i18n/format";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { parcelLabel } from "../parcels/parcel-label";
import { DueMark } from "../ui/due-mark";
import { FilterInput } from "../ui/filter-input";
import { OfficeTable, orUnknown, type OfficeColumn } from "../ui/office-table";
import { daysBetween } from "../ui/urgency";
import { changeView, choose, useView } from "../view/view-store";
import { ZoneSelect } from "../zones/zone-select";
import { CASE_STAGES } from "./case-stages";
import { CASE_STAGE_NAMES } from "./stage-names";

/** Cases, newest first; one opens with its parcel's card beside the list. */
export default function CasesPage() {
  const texts = useTexts();
  const { t, f, language } = texts;
  const { particulars, filters, selected } = useView();
  const stages = CASE_STAGES.filter((stage) => particulars.stage?.split(",").includes(stage));
  const officer = particulars.person ?? "";
  const onlyOpen = particulars.list !== "all";
  const wanted = { stages, zones: filters.zones, officer, onlyOpen };
  const pages = useCasePages(wanted);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  return (
    <>
      <OfficeHead page="cases" {...(rows === undefined ? {} : { count: t.cases.count(f.count(rows.length), pages.hasNextPage) })}>
        <FilterInput label={t.cases.officer} placeholder={t.cases.anyOfficer} value={officer} onChange={(person) => choose({ person }, "replace")} />
        <Select
          mode="multiple"
          allowClear
          maxTagCount={1}
          className="kind-select"
          aria-label={t.cases.stage}
          placeholder={t.cases.allStages}
          value={stages}
          options={CASE_STAGES.map((stage) => ({ value: stage, label: CASE_STAGE_NAMES[stage][language] }))}
          onChange={(next) => choose({ stage: next.join(",") })}
        />
        <ZoneSelect />
        <label className="labelled">
          <Switch size="small" checked={onlyOpen} onChange={(next) => choose({ list: next ? "" : "all" })} />
          {t.cases.onlyOpen}
        </label>
        <ListExport nouns={[{ label: t.pages.cases, path: "/api/cases/export", query: caseQuery(wanted) }]} />
      </OfficeHead>
      <div className="office-body">
        <OfficeTable
          label={t.pages.cases}
          columns={columns(texts)}
          rows={rows}
          keyOf={({ id }) => id}
          empty={t.cases.empty}
          isError={pages.isError}
          selected={rows?.find(({ parcelId }) => parcelId === selected)?.id ?? null}
          onOpen={({ parcelId }) => changeView({ selected: parcelId, tab: "case" })}
          hasMore={pages.hasNextPage}
          isLoadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      </div>
    </>
  );
}

function columns({ t, f, pick }: Texts): OfficeColumn<CaseRow>[] {
  return [
    { key: "parcel", title: t.cases.parcel, width: "minmax(160px, 1.6fr)", cell: (row) => <ParcelCell row={row} label={parcelLabel({ id: row.parcelId, name: row.parcelName, code: row.parcelCode }, t)} /> },
    { key: "stage", title: t.cases.stage, width: "minmax(144px, 0.8fr)", cell: (row) => <span className={row.closedOn === null ? "stage-mark" : "stage-mark is-closed"}>{pick(row.stageName.zh, row.stageName.en)}</span> },
    { key: "since", title: t.cases.since, width: "104px", cell: (row) => f.date(row.since) },
    { key: "due", title: t.cases.next, width: "minmax(176px, 1fr)", cell: (row) => <DueCell row={row} none={t.cases.noDue} date={f.date(row.nextDue)} /> },
    { key: "officer", title: t.cases.officer, width: "minmax(88px, 0.7fr)", cell: (row) => orUnknown(row.officer, t.common.unknown) },
    { key: "number", title: t.cases.number, width: "minmax(112px, 0.8fr)", cell: (row) => orUnknown(row.number, t.cases.unnumbered) },
    { key: "opened", title: t.cases.opened, width: "104px", cell: (row) => f.date(row.openedOn) },
  ];
}

function ParcelCell({ row, label }: { row: CaseRow; label: string }) {
  return (
    <span className="two-lines">
      <strong className="cell-name">{label}</strong>
      {row.parcelName !== null && row.parcelCode !== null && <span className="muted numeric">{row.parcelCode}</span>}
    </span>
  );
}

function DueCell({ row, none, date }: { row: CaseRow; none: string; date: string }) {
  if (row.nextDue === null) return <span className="muted">{none}</span>;
  return (
    <span className="due-cell">
      <span className="numeric">{date}</span>
      <DueMark daysLeft={daysBetween(today(), row.nextDue)} />
    </span>
  );
}
