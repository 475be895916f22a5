import type { ReactNode } from "react";
import { useTexts } from "../i18n/language-context";

/** Whose value of a field shall stand. */
export type Side = "mine" | "theirs";

export interface ConflictRow {
  name: string;
  label: string;
  /** What both began with; null when that was not kept. */
  base: ReactNode;
  theirs: ReactNode;
  mine: ReactNode;
  /** Chosen so far; null while a choice is needed; undefined where there is nothing to choose. */
  side: Side | null | undefined;
}

/** What the three columns are called. */
export interface SideNames {
  base: string;
  theirs: string;
  mine: string;
}

/** What it was, what the register says now, and what one wanted, field by field, with the choice between the two. */
export function ConflictTable({ rows, names, onSide }: { rows: readonly ConflictRow[]; names?: SideNames; onSide: (name: string, side: Side) => void }) {
  const { t } = useTexts();
  const { base, theirs, mine } = names ?? t.conflict;
  const choice = (row: ConflictRow, side: Side, value: ReactNode) => {
    if (row.side === undefined) return value;
    return (
      <label className="conflict-choice">
        <input type="radio" name={`conflict-${row.name}`} checked={row.side === side} onChange={() => onSide(row.name, side)} aria-label={`${row.label}: ${side === "mine" ? mine : theirs}`} />
        <span>{value}</span>
      </label>
    );
  };
  return (
    <table className="conflict-table">
      <thead>
        <tr>
          <th scope="col">{t.conflict.field}</th>
          <th scope="col">{base}</th>
          <th scope="col">{theirs}</th>
          <th scope="col">{mine}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className={row.side === null ? "is-open" : ""}>
            <th scope="row">{row.label}</th>
            <td className="muted">{row.base ?? t.conflict.baseUnknown}</td>
            <td className={row.side === "theirs" ? "is-chosen" : ""}>{choice(row, "theirs", row.theirs)}</td>
            <td className={row.side === "mine" ? "is-chosen" : ""}>{choice(row, "mine", row.mine)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
