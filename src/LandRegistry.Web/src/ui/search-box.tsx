import { FilterOutlined, SearchOutlined } from "@ant-design/icons";
import { AutoComplete, Input, type InputRef } from "antd";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useSearch } from "../api/queries";
import type { ParcelRow } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { parcelLabel } from "../parcels/parcel-label";
import { isStatus } from "../parcels/status";
import { StatusSwatch } from "../parcels/status-swatch";
import { changeView, currentView, useView } from "../view/view-store";

const PAUSE_MILLISECONDS = 250;

/** A line under the box: a parcel, or null for the filter by what was typed. A screen reader reads the value. */
interface Choice {
  id: number | null;
  value: string;
  label: ReactElement;
}

/** Finds one parcel and goes there, or turns the words into a filter. "/" leads here from anywhere. */
export function SearchBox() {
  const { t } = useTexts();
  const filterText = useView().filters.text;
  const [typed, setTyped] = useState(filterText);
  const [asked, setAsked] = useState("");
  const input = useRef<InputRef>(null);
  const found = useSearch(asked);
  useEffect(() => setTyped(filterText), [filterText]);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed]);
  useSlashKey(() => input.current?.focus());

  const filterBy = (text: string) => changeView({ page: "map", filters: { ...currentView().filters, text } });
  const open = (id: number) => {
    changeView({ page: "map", selected: id });
    requestCamera({ reveal: id });
  };
  const choose = ({ id }: Choice) => {
    if (id === null) return filterBy(typed.trim());
    open(id);
    setTyped(currentView().filters.text);
  };

  const items = asked === "" ? [] : (found.data?.items ?? []);
  const filterChoice = { id: null, value: t.search.asFilter(typed.trim()), label: <FilterChoice text={typed.trim()} isEmpty={found.isSuccess && items.length === 0} /> };
  const parcelChoices = items.map((row) => ({ id: row.id, value: `${parcelLabel(row, t)} #${row.id}`, label: <FoundParcel row={row} /> }));
  const choices: Choice[] = asked === "" ? [] : [filterChoice, ...parcelChoices];
  return (
    <AutoComplete<string, Choice>
      className="search-box"
      value={typed}
      options={choices}
      defaultActiveFirstOption
      popupMatchSelectWidth={480}
      listHeight={440}
      onSearch={(text) => setTyped(text)}
      onSelect={(_, choice) => choose(choice)}
    >
      <Input
        ref={input}
        prefix={<SearchOutlined />}
        placeholder={t.search.placeholder}
        aria-label={t.search.label}
        allowClear
        suffix={typed === "" ? <kbd>/</kbd> : null}
        onChange={(event) => {
          if (event.target.value === "" && currentView().filters.text !== "") filterBy("");
        }}
      />
    </AutoComplete>
  );
}

function FilterChoice({ text, isEmpty }: { text: string; isEmpty: boolean }) {
  const { t } = useTexts();
  return (
    <span className="found found--filter">
      <FilterOutlined />
      <span>{isEmpty ? t.search.noResults : t.search.asFilter(text)}</span>
    </span>
  );
}

function FoundParcel({ row }: { row: ParcelRow }) {
  const { t, f } = useTexts();
  return (
    <span className="found">
      {isStatus(row.status) && <StatusSwatch status={row.status} onHold={row.onHold} />}
      <span className="found__text">
        <span>{row.name ?? t.card.noName}</span>
        <span className="muted">
          <span className="numeric">{row.code ?? t.card.noCode}</span>
          {row.holder !== null && ` · ${row.holder}`}
        </span>
      </span>
      <span className="muted numeric">{f.muWithUnit(row.areaSquareMetres)}</span>
    </span>
  );
}

function useSlashKey(act: () => void): void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, [contenteditable], [role=dialog]") !== null;
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      newest.current();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
