import { DownloadOutlined, EnvironmentOutlined, SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Dropdown, Popover } from "antd";
import { DossierButton } from "../dossiers/dossier-button";
import { useTexts } from "../i18n/language-context";
import { toPage } from "../pages/page-nav";
import { select, useSelection } from "../selection/selection-store";
import { addressOf, changeView, useView } from "../view/view-store";
import { EXPORT_COLUMNS, type ColumnCode } from "./chosen-columns";
import { useOfferedColumns } from "./own-columns";
import { isNarrowed, mapFilters, retenderQuery, type RetenderChoice } from "./retender-query";
import { May } from "../people/may";

/** Columns, files and map of the list: all of them follow what is chosen. */
export function ListTools({ choice, rows, columns, onColumns }: {
  choice: RetenderChoice;
  rows: readonly { id: number }[] | undefined;
  columns: readonly ColumnCode[];
  onColumns: (codes: readonly ColumnCode[] | null) => void;
}) {
  const { t, language } = useTexts();
  const { filters } = useView();
  const selection = useSelection();
  const fileOf = (format: "xlsx" | "csv") => {
    const query = retenderQuery(choice, filters);
    query.set("format", format);
    query.set("language", language);
    columns.flatMap((code) => EXPORT_COLUMNS[code] ?? [code]).forEach((code) => query.append("column", code));
    return `/api/retender/export?${query}`;
  };
  const onMap = { ...toPage("map"), camera: null, filters: mapFilters(choice, filters) };
  return (
    <>
      <DossierButton ids={selection.kind === "named" ? [...selection.ids] : []} withCount />
      <Popover trigger="click" placement="bottomRight" title={t.retender.chooseColumns} content={<ColumnChoice columns={columns} onColumns={onColumns} />}>
        <Button icon={<SettingOutlined />}>{t.retender.columnsButton}</Button>
      </Popover>
      <May action="export">
        <Dropdown
          menu={{
            items: (["xlsx", "csv"] as const).map((format) => ({ key: format, label: <a href={fileOf(format)} download>{t.retender.formats[format]}</a> })),
          }}
        >
          <Button icon={<DownloadOutlined />}>{t.retender.exportButton}</Button>
        </Dropdown>
      </May>
      <Button
        icon={<EnvironmentOutlined />}
        href={addressOf(onMap)}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          // What the map has no filter for is marked there, as far as it is listed.
          if (isNarrowed(choice) && rows !== undefined) select({ kind: "named", ids: new Set(rows.map(({ id }) => id)) });
          changeView(onMap);
        }}
      >
        {t.retender.onMap}
      </Button>
    </>
  );
}

function ColumnChoice({ columns, onColumns }: { columns: readonly ColumnCode[]; onColumns: (codes: readonly ColumnCode[] | null) => void }) {
  const { t } = useTexts();
  const offered = useOfferedColumns();
  return (
    <div className="column-choice">
      <Checkbox.Group<ColumnCode>
        value={[...columns]}
        options={offered.map((code) => ({ value: code, label: t.retender.columns[code] }))}
        onChange={(chosen) => onColumns(offered.filter((code) => chosen.includes(code)))}
      />
      <Button size="small" onClick={() => onColumns(null)}>
        {t.retender.usualColumns}
      </Button>
    </div>
  );
}
