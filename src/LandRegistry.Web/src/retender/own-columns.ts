import { useState } from "react";
import { useMay } from "../people/rights";
import { COLUMN_CODES, MONEY_COLUMNS, parseColumns, USUAL_COLUMNS, type ColumnCode } from "./chosen-columns";
import type { Section } from "./retender-query";

const KEY = "retender.columns";

/** The columns that there are for the person at the screen: no money for one who may not read it. */
export function useOfferedColumns(): readonly ColumnCode[] {
  const may = useMay();
  return may("read_money") ? COLUMN_CODES : COLUMN_CODES.filter((code) => !MONEY_COLUMNS.includes(code));
}

/** The chosen columns of a part, remembered in this browser. */
export function useChosenColumns(section: Section): [readonly ColumnCode[], (codes: readonly ColumnCode[] | null) => void] {
  const offered = useOfferedColumns();
  const [chosen, setChosen] = useState(() => parseColumns(read()));
  const own = chosen[section];
  const choose = (codes: readonly ColumnCode[] | null) => {
    const { [section]: _, ...others } = chosen;
    const next = codes === null ? others : { ...others, [section]: [...codes] };
    setChosen(next);
    write(JSON.stringify(next));
  };
  const codes = own === undefined || own.length === 0 ? USUAL_COLUMNS[section] : own;
  return [codes.filter((code) => offered.includes(code)), choose];
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing shows the usual columns.
    return null;
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(KEY, value);
  } catch {
    // Likewise: the choice lasts as long as the page.
  }
}
