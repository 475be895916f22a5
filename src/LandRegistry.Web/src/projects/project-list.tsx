import { WarningOutlined } from "@ant-design/icons";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeTable, orUnknown, type OfficeColumn } from "../ui/office-table";
import type { ProjectRow } from "./project-queries";

interface ListProps {
  rows: readonly ProjectRow[] | undefined;
  isError: boolean;
  selected: number | null;
  onOpen: (id: number) => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
}

export function ProjectList({ rows, selected, onOpen, ...rest }: ListProps) {
  const texts = useTexts();
  return (
    <OfficeTable
      {...rest}
      label={texts.t.projects.lists.pool}
      columns={columns(texts, selected !== null)}
      rows={rows}
      keyOf={({ id }) => id}
      empty={texts.t.projects.empty}
      selected={selected}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}

/** Beside an open card only the columns that tell projects apart are left. */
function columns(texts: Texts, isNarrow: boolean): OfficeColumn<ProjectRow>[] {
  const { t, f } = texts;
  const all: OfficeColumn<ProjectRow>[] = [
    { key: "name", title: t.projects.name, width: "minmax(192px, 2fr)", cell: (row) => <NameCell row={row} texts={texts} /> },
    { key: "stage", title: t.projects.stage, width: "minmax(92px, 0.7fr)", cell: (row) => <StageCell row={row} texts={texts} /> },
    { key: "classes", title: t.projects.classes, width: "minmax(136px, 1.1fr)", cell: (row) => <ClassCell row={row} texts={texts} /> },
    { key: "area", title: t.projects.needs, width: "minmax(148px, 1fr)", cell: (row) => <AreaCell row={row} texts={texts} /> },
    { key: "agreed", title: t.projects.agreed, width: "minmax(112px, 0.6fr)", isNumber: true, cell: (row) => orUnknown(f.yuan(row.agreedYuan), t.common.unknown) },
    { key: "arrived", title: t.projects.arrived, width: "minmax(112px, 0.6fr)", isNumber: true, cell: (row) => orUnknown(f.yuan(row.arrivedYuan), t.common.unknown) },
    { key: "reviewed", title: `${t.projects.reviewed} · ${t.projects.officer}`, width: "minmax(104px, 0.8fr)", cell: (row) => <ReviewCell row={row} texts={texts} /> },
  ];
  return isNarrow ? all.filter(({ key }) => ["name", "stage", "reviewed"].includes(key)) : all;
}

function NameCell({ row, texts: { say } }: { row: ProjectRow; texts: Texts }) {
  const level = row.levelName === null || row.level === "ordinary" ? null : say(row.levelName);
  return (
    <span className="two-lines">
      <strong className="cell-name" title={row.name}>
        {row.name}
      </strong>
      <span className="muted" title={row.investor}>
        {[level, row.investor].filter((one) => one !== null).join(" · ")}
      </span>
    </span>
  );
}

function StageCell({ row, texts: { say, f } }: { row: ProjectRow; texts: Texts }) {
  return (
    <span className="two-lines">
      <span>{say(row.stageName)}</span>
      <span className="muted">{f.date(row.stageSince)}</span>
    </span>
  );
}

function ClassCell({ row, texts: { t, say } }: { row: ProjectRow; texts: Texts }) {
  if (row.classes.length === 0) return <span className="unknown">{t.projects.noClass}</span>;
  const names = row.classes.map(({ name }) => say(name)).join(t.common.listSeparator);
  return (
    <span className="class-cell" title={names}>
      {names}
    </span>
  );
}

function AreaCell({ row: { needs }, texts }: { row: ProjectRow; texts: Texts }) {
  const { t, f } = texts;
  const range = (least: number | null | undefined, most: number | null | undefined, print: (area: number) => string, unit: string) => {
    const printed = printRange(least, most, print, texts);
    return printed === null ? null : t.common.withUnit(printed, unit);
  };
  const land = needs.takesLand ? range(needs.areaMinSquareMetres, needs.areaMaxSquareMetres, f.mu, t.common.mu) : null;
  const floor = needs.takesFloor ? range(needs.floorAreaMinSquareMetres, needs.floorAreaMaxSquareMetres, (area) => f.number(area, 0), t.projects.squareMetres) : null;
  return (
    <span className="two-lines">
      {needs.takesLand && <span title={land ?? undefined}>{orUnknown(land, t.projects.notAsked)}</span>}
      {needs.takesFloor && (
        <span className="muted" title={`${t.projects.floorMark} ${floor ?? ""}`}>
          {floor ?? t.projects.floorMark}
        </span>
      )}
    </span>
  );
}

/** A review that ran out is said aloud, not only coloured. */
function ReviewCell({ row, texts: { t, f } }: { row: ProjectRow; texts: Texts }) {
  const officer = row.officer ?? t.common.unknown;
  return (
    <span className="two-lines">
      {row.isStale ? (
        <span className="bad-mark stale-mark">
          <WarningOutlined aria-hidden /> {t.projects.stale}
        </span>
      ) : (
        <span>{f.date(row.reviewedOn)}</span>
      )}
      <span className="muted">{row.isStale ? `${f.date(row.reviewedOn)} · ${officer}` : officer}</span>
    </span>
  );
}

/** A wanted range in words; null where nothing is asked. */
export function printRange(least: number | null | undefined, most: number | null | undefined, print: (value: number) => string, { t }: Pick<Texts, "t">): string | null {
  const [from, to] = [least ?? null, most ?? null];
  if (from !== null && to !== null) return t.projects.range(print(from), print(to));
  if (from !== null) return t.projects.atLeast(print(from));
  return to === null ? null : t.projects.atMost(print(to));
}
