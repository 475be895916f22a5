import { DownloadOutlined, EnvironmentOutlined, SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Dropdown, Popover } from "antd";
import { DossierButton } from "../dossiers/dossier-button";
import { useTexts } from "../i18n/language-context";
import { toPage } from "../pages/page-nav";
import type { Status } from "../parcels/status";
import { useSelection } from "../selection/selection-store";
import { addressOf, changeView, useView } from "../view/view-store";
import { EXPORT_COLUMNS, type ColumnCode } from "./chosen-columns";
import { useOfferedColumns } from "./own-columns";
import { retenderQuery, type RetenderChoice, type Section } from "./retender-query";
import { May } from "../people/may";

const MAP_STATUSES: Record<Section, { statuses: readonly Status[]; onHold: boolean | null }> = {
  ready: { statuses: ["ready"], onHold: false },
  blocked: { statuses: ["reserved"], onHold: false },
  held: { statuses: ["reserved", "ready"], onHold: true },
  in_tender: { statuses: ["listed"], onHold: null },
  sold: { statuses: ["awarded"], onHold: null },
};

/** Columns, files and map of the list: all of them follow what is chosen. */
export function ListTools({ choice, columns, onColumns }: { choice: RetenderChoice; columns: readonly ColumnCode[]; onColumns: (codes: readonly ColumnCode[] | null) => void }) {
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
  const onMap = { ...toPage("map"), camera: null, filters: { ...filters, ...MAP_STATUSES[choice.section] } };
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
