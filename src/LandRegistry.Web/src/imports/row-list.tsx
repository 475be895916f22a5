import { Button, InputNumber } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { OfficeTable } from "../ui/office-table";
import { useFields, type Effect, type ImportRow } from "./import-queries";

interface RowListProps {
  rows: readonly ImportRow[] | undefined;
  effect: Effect;
  isError: boolean;
  isBusy: boolean;
  shown: number | null;
  onShow: (row: number) => void;
  onExclude: (row: number, exclude: boolean) => void;
  /** Undefined has the parcel looked for again. */
  onMatch: (row: number, parcel: number | null | undefined) => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
}

/** Rows of one list: what they are, which parcel, and what would change. */
export function RowList({ rows, effect, isError, isBusy, shown, onShow, onExclude, onMatch, ...paging }: RowListProps) {
  const { t } = useTexts();
  return (
    <OfficeTable
      label={t.imports.effects[effect]}
      rows={rows}
      isError={isError}
      keyOf={({ row }) => row}
      empty={t.imports.emptyLists[effect]}
      selected={shown}
      onOpen={({ row }) => onShow(row)}
      {...paging}
      columns={[
        { key: "row", title: t.imports.row, width: "64px", isNumber: true, cell: ({ row }) => row },
        { key: "label", title: t.imports.label, width: "minmax(120px, 1fr)", cell: ({ label }) => <span className="import-review__label" title={label}>{label}</span> },
        { key: "match", title: t.imports.match, width: "minmax(170px, 1.2fr)", cell: (row) => <Match row={row} onMatch={onMatch} /> },
        { key: "differences", title: t.imports.differences, width: "minmax(220px, 2fr)", cell: (row) => <Differences row={row} /> },
        {
          key: "exclude",
          title: "",
          width: "92px",
          cell: ({ row }) => (
            <Button size="small" disabled={isBusy} onClick={(event) => (event.stopPropagation(), onExclude(row, effect !== "excluded"))}>
              {effect === "excluded" ? t.imports.include : t.imports.exclude}
            </Button>
          ),
        },
      ]}
    />
  );
}

/** Which parcel a row is and by what; it can be decided otherwise. */
function Match({ row, onMatch }: { row: ImportRow; onMatch: RowListProps["onMatch"] }) {
  const { t, f } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const [parcel, setParcel] = useState<number | null>(row.parcelId);
  if (!isOpen) {
    return (
      <span className="import-match">
        {row.parcelId === null ? t.imports.newParcel : row.parcelLabel}
        {row.matchedBy !== null && (
          <span className="muted">
            {t.imports.matchedBy[row.matchedBy as keyof typeof t.imports.matchedBy]}
            {row.share !== null && ` ${f.percent(row.share)}`}
          </span>
        )}
        <Button size="small" type="link" onClick={(event) => (event.stopPropagation(), setIsOpen(true))}>
          {t.imports.changeMatch}
        </Button>
      </span>
    );
  }
  const done = (decided: number | null | undefined) => {
    setIsOpen(false);
    onMatch(row.row, decided);
  };
  return (
    <span className="import-match" onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()} role="group" aria-label={t.imports.match}>
      <InputNumber size="small" min={1} aria-label={t.imports.parcelId} placeholder={t.imports.parcelId} value={parcel} onChange={setParcel} />
      <Button size="small" disabled={parcel === null} onClick={() => done(parcel)}>
        {t.imports.isThis}
      </Button>
      <Button size="small" onClick={() => done(null)}>
        {t.imports.isNew}
      </Button>
      <Button size="small" type="link" onClick={() => done(undefined)}>
        {t.imports.lookAgain}
      </Button>
    </span>
  );
}

/** Field by field, before and after; of a new row what it says. */
function Differences({ row }: { row: ImportRow }) {
  const { t, f, say } = useTexts();
  const fields = useFields();
  const fieldOf = (key: string) => fields.data?.find((one) => snake(one.field) === key);
  const nameOf = (key: string) => {
    const field = fieldOf(key);
    return field === undefined ? (t.imports.otherFields[key as keyof typeof t.imports.otherFields] ?? key) : say(field.name);
  };
  const shown = (key: string, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number" && key === "stated_area_square_metres") return t.common.withUnit(f.number(value, 2), t.projects.squareMetres);
    if (typeof value === "number" && key === "price_yuan") return f.yuan(value);
    if (Array.isArray(value)) return value.join(" ");
    if (typeof value === "object") return Object.entries(value).map(([part, said]) => `${nameOf(part)} ${shown(part, said)}`).join(" · ");
    const word = fieldOf(key)?.words.find(({ code }) => code === value);
    return word === undefined ? String(value) : say(word.name);
  };
  if (row.effect === "new" || row.differences === null) {
    const facts = Object.entries((row.facts ?? {}) as Record<string, unknown>).filter(([key, value]) => value !== null && !HIDDEN.includes(key));
    const said = facts.map(([key, value]) => `${nameOf(key)} ${shown(key, value)}`);
    return (
      <span className="muted import-facts" title={said.join("\n")}>
        {said.slice(0, 4).join(" · ")}
      </span>
    );
  }
  return (
    <ul className="import-differences">
      {Object.entries(row.differences as Record<string, { before: unknown; after: unknown }>).map(([key, { before, after }]) => (
        <li key={key}>
          <span className="muted">{nameOf(key)}</span> {key === "boundary" || key === "source_record" ? t.imports.onMap[key] : <><del>{shown(key, before) || t.common.unknown}</del> → <ins>{shown(key, after) || t.common.unknown}</ins></>}
        </li>
      ))}
    </ul>
  );
}

const HIDDEN = ["status_since", "first_status", "name", "code"];

function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? "" : "_"}${letter.toLowerCase()}`);
}
