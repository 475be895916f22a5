import { useMemo } from "react";
import { useTexts, type Texts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { StatusTag } from "../parcels/status-swatch";
import { OfficeTable, type OfficeColumn } from "../ui/office-table";
import { useView } from "../view/view-store";
import { useDifferencePages, type DifferenceKind, type DifferenceRow, type TwoDays } from "./difference-queries";

interface DifferenceListProps {
  days: TwoDays;
  kind: DifferenceKind;
  onOpen: (parcelId: number) => void;
}

/** The parcels behind one of the counts. */
export function DifferenceList({ days, kind, onOpen }: DifferenceListProps) {
  const texts = useTexts();
  const { filters, selected } = useView();
  const pages = useDifferencePages(days, filters, kind);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  return (
    <OfficeTable
      label={texts.t.difference.kinds[kind] ?? kind}
      columns={columnsFor(kind, texts)}
      rows={rows}
      keyOf={({ id }) => id}
      empty={texts.t.difference.empty}
      isError={pages.isError}
      selected={selected}
      onOpen={({ id }) => onOpen(id)}
      hasMore={pages.hasNextPage}
      isLoadingMore={pages.isFetchingNextPage}
      onMore={() => void pages.fetchNextPage()}
    />
  );
}

function columnsFor(kind: DifferenceKind, { t, f }: Texts): OfficeColumn<DifferenceRow>[] {
  const status = (day: DifferenceRow["before"]) => (day === null ? <span className="unknown">{t.difference.absent}</span> : <StatusTag status={day.status} onHold={day.onHold} />);
  const first: OfficeColumn<DifferenceRow>[] = [
    { key: "name", title: t.difference.parcel, width: "minmax(160px, 1.4fr)", cell: (row) => <strong className="cell-name">{parcelLabel(row, t)}</strong> },
    { key: "code", title: t.table.code, width: "176px", cell: (row) => <span className={row.code === null ? "unknown" : "numeric"}>{f.text(row.code)}</span> },
  ];
  if (kind === "deadline") return [...first, ...DEADLINES.map((name) => deadlineColumn(name, { t, f }))];
  return [
    ...first,
    { key: "before", title: t.difference.before, width: "minmax(150px, 1fr)", cell: ({ before }) => status(before) },
    { key: "after", title: t.difference.after, width: "minmax(150px, 1fr)", cell: ({ after }) => status(after) },
    { key: "since", title: t.difference.since, width: "112px", cell: ({ after }) => (after === null ? "" : f.date(after.statusSince)) },
    { key: "area", title: t.difference.area, width: "96px", isNumber: true, cell: ({ before, after }) => f.mu((after ?? before)?.areaSquareMetres) },
  ];
}

const DEADLINES = ["suspectedFrom", "feeFrom", "recoveryFrom"] as const;

function deadlineColumn(name: (typeof DEADLINES)[number], { t, f }: Pick<Texts, "t" | "f">): OfficeColumn<DifferenceRow> {
  const print = (day: string | null | undefined) => (day ? f.date(day) : t.difference.none);
  return {
    key: name,
    title: t.difference[name],
    width: "minmax(200px, 1fr)",
    cell: ({ before, after }) => {
      const [was, is] = [before?.[name] ?? null, after?.[name] ?? null];
      return was === is ? <span className="muted">{print(is)}</span> : t.difference.changed(print(was), print(is));
    },
  };
}
