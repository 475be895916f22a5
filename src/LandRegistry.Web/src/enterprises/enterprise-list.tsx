import { Checkbox, Select, Tooltip } from "antd";
import { useMemo } from "react";
import { useEnterprisePages, useGrades } from "../api/office-queries";
import type { EnterpriseGrade, EnterpriseRow } from "../api/office-types";
import { ListExport } from "../exports/list-export";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeTable, orUnknown, type OfficeColumn } from "../ui/office-table";
import { choose, useView } from "../view/view-store";
import type { Particulars } from "../view/view-url";

const NO_STRATEGY = "none";

interface ListProps {
  find: string;
  onlyIdle: boolean;
  selected: number | null;
  onOpen: (id: number) => void;
}

/** Which of the enterprises are listed: those that show the signs of a zombie, those of a type of strategy, or of none. */
export function EnterpriseFilters() {
  const { t } = useTexts();
  const { particulars } = useView();
  const types = [{ value: NO_STRATEGY, label: t.enterprises.noStrategy }, ...Object.entries(t.strategies.types).map(([value, label]) => ({ value, label }))];
  return (
    <>
      <Checkbox checked={particulars.sign === "zombie"} onChange={(event) => choose({ sign: event.target.checked ? "zombie" : "" })}>
        {t.enterprises.isZombie}
      </Checkbox>
      <Select
        mode="multiple"
        allowClear
        maxTagCount={1}
        className="kind-select"
        optionFilterProp="label"
        aria-label={t.enterprises.strategyType}
        placeholder={t.enterprises.anyStrategy}
        value={chosenTypes(particulars.strategy)}
        options={types}
        onChange={(chosen) => choose({ strategy: chosen.join(",") })}
      />
    </>
  );
}

export function EnterpriseList({ find, onlyIdle, selected, onOpen }: ListProps) {
  const texts = useTexts();
  const { particulars } = useView();
  const query = enterpriseQuery(find, onlyIdle, particulars);
  query.set("limit", "100");
  const pages = useEnterprisePages(query);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  const grades = useGrades(rows?.map(({ id }) => id) ?? []);
  const byEnterprise = useMemo(() => new Map((grades.data?.items ?? []).map((grade) => [grade.enterpriseId, grade])), [grades.data]);
  return (
    <OfficeTable
      label={texts.t.pages.enterprises}
      columns={columns(texts, selected !== null, byEnterprise, grades.data?.year)}
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

/** The filter of the list, for its pages and its file. */
function enterpriseQuery(find: string, onlyIdle: boolean, particulars: Particulars): URLSearchParams {
  const query = new URLSearchParams();
  if (find !== "") query.set("q", find);
  if (onlyIdle) query.set("idle", "true");
  if (particulars.sign === "zombie") query.set("zombie", "true");
  chosenTypes(particulars.strategy).forEach((type) => query.append("strategy", type));
  return query;
}

/** Hands the list out, or the strategies of those on it. */
export function EnterpriseExport({ find, onlyIdle }: { find: string; onlyIdle: boolean }) {
  const { t } = useTexts();
  const { particulars } = useView();
  const query = enterpriseQuery(find, onlyIdle, particulars);
  const strategies = new URLSearchParams(query);
  strategies.set("of", "strategies");
  return (
    <ListExport
      nouns={[
        { label: t.exports.enterprises, path: "/api/enterprises/export", query },
        { label: t.exports.strategies, path: "/api/enterprises/export", query: strategies },
      ]}
    />
  );
}

function chosenTypes(text: string | undefined): string[] {
  return text === undefined || text === "" ? [] : text.split(",");
}

/** Beside an open card only the columns that tell enterprises apart are left. */
function columns(texts: Texts, isNarrow: boolean, grades: ReadonlyMap<number, EnterpriseGrade>, year: number | undefined): OfficeColumn<EnterpriseRow>[] {
  const { t, f, pick } = texts;
  const all: OfficeColumn<EnterpriseRow>[] = [
    { key: "name", title: t.enterprises.name, width: "minmax(180px, 2fr)", cell: (row) => <strong className="cell-name" title={row.name}>{row.name}</strong> },
    { key: "state", title: t.enterprises.state, width: "minmax(132px, 1fr)", cell: (row) => <StateCell row={row} texts={texts} /> },
    { key: "grade", title: t.enterprises.grade(year), width: "72px", cell: (row) => <GradeCell grade={grades.get(row.id)} texts={texts} /> },
    {
      key: "strategy",
      title: t.enterprises.strategyType,
      width: "minmax(104px, 0.8fr)",
      cell: (row) => (row.strategyTypeName === null ? <span className="unknown">{t.enterprises.noStrategy}</span> : pick(row.strategyTypeName.zh, row.strategyTypeName.en)),
    },
    { key: "parcels", title: t.enterprises.parcels, width: "56px", isNumber: true, cell: (row) => f.count(row.parcelCount) },
    { key: "officer", title: t.enterprises.officer, width: "minmax(80px, 0.6fr)", cell: (row) => orUnknown(row.officer, t.common.unknown) },
    { key: "code", title: t.enterprises.creditCode, width: "176px", cell: (row) => orUnknown(row.creditCode === null ? null : <span className="numeric">{row.creditCode}</span>, t.common.unknown) },
    { key: "scale", title: t.enterprises.scale, width: "minmax(88px, 0.5fr)", cell: (row) => orUnknown(row.scale === null ? null : t.enterprises.scales[row.scale], t.common.unknown) },
  ];
  return isNarrow ? all.filter(({ key }) => ["name", "state", "parcels"].includes(key)) : all;
}

function StateCell({ row, texts: { t, pick } }: { row: EnterpriseRow; texts: Texts }) {
  return (
    <span className="due-cell">
      {orUnknown(row.operatingStateName === null ? null : pick(row.operatingStateName.zh, row.operatingStateName.en), t.common.unknown)}
      {row.isIdle && <span className="hold-mark">{t.enterprises.idle}</span>}
      {row.isZombie === true && <span className="bad-mark">{t.enterprises.isZombie}</span>}
    </span>
  );
}

/** A grade, or why there is none. */
function GradeCell({ grade, texts: { t, pick } }: { grade: EnterpriseGrade | undefined; texts: Texts }) {
  if (grade === undefined) return <span className="unknown">{t.common.unknown}</span>;
  const why = [pick(grade.ruleSetTitle.zh, grade.ruleSetTitle.en), ...grade.notGraded.map(({ zh, en }) => pick(zh, en))].join(t.common.listSeparator);
  return (
    <Tooltip title={why}>
      {grade.grade === null ? <span className="muted">{t.evaluation.grades["none"]}</span> : <span className={`grade grade--${grade.grade}`}>{grade.grade}</span>}
    </Tooltip>
  );
}
