import { CloseOutlined, EditOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useMemo, useState } from "react";
import { useZones } from "../api/queries";
import { useTexts, type Texts } from "../i18n/language-context";
import { useMay } from "../people/rights";
import { IconButton } from "../ui/icon-button";
import { OfficeTable, orUnknown, type OfficeColumn } from "../ui/office-table";
import { choose, useView } from "../view/view-store";
import { ZoneSelect } from "../zones/zone-select";
import { FittingProjects } from "./fitting-projects";
import { FloorDialog } from "./floor-dialog";
import { readId } from "./project-choice";
import { useFloorPages, type FactoryFloor } from "./project-queries";

/** Floors of standard factories beside the projects that fit the chosen one. */
export function FloorsView() {
  const texts = useTexts();
  const { t, pick } = texts;
  const { particulars, filters } = useView();
  const vacantOnly = particulars.sign !== "all";
  const pages = useFloorPages({ vacantOnly, zones: filters.zones });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);
  const zones = useZones().data;
  const names = useMemo(() => new Map((zones ?? []).map((zone) => [zone.id, pick(zone.nameZh, zone.nameEn)])), [zones, pick]);
  const [edited, setEdited] = useState<FactoryFloor | "new" | null>(null);
  const may = useMay();
  const openedId = readId(particulars.floor);
  const opened = rows?.find(({ id }) => id === openedId);
  return (
    <div className="office-split">
      <div className="office-body">
        <div className="retender-filters">
          <Checkbox checked={vacantOnly} onChange={(event) => choose({ sign: event.target.checked ? "" : "all" })}>
            {t.projects.vacantOnly}
          </Checkbox>
          <ZoneSelect />
          {may("plan_supply") && (
            <Button icon={<PlusOutlined />} onClick={() => setEdited("new")}>
              {t.projects.enterFloor}
            </Button>
          )}
        </div>
        <OfficeTable
          label={t.projects.lists.floors}
          columns={columns(texts, names, opened !== undefined)}
          rows={rows}
          keyOf={({ id }) => id}
          empty={t.projects.floorsEmpty}
          isError={pages.isError}
          selected={openedId}
          onOpen={({ id }) => choose({ floor: String(id) }, openedId === null ? "push" : "replace")}
          hasMore={pages.hasNextPage}
          isLoadingMore={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      </div>
      {opened !== undefined && (
        <aside className="enterprise-card" aria-label={t.projects.floor}>
          <header className="enterprise-card__head">
            <div className="enterprise-card__bar">
              <span className={opened.vacantSince === null ? "stage-mark is-closed" : "stage-mark"}>{opened.vacantSince === null ? t.projects.let : t.projects.vacant}</span>
              <span className="parcel-card__tools">
                {may("plan_supply") && <IconButton label={t.projects.describeFloor} icon={<EditOutlined />} onClick={() => setEdited(opened)} />}
                <IconButton label={t.common.close} icon={<CloseOutlined />} onClick={() => choose({ floor: "" })} />
              </span>
            </div>
            <h2>
              {opened.building} {opened.floor}
            </h2>
          </header>
          <div className="enterprise-card__body">
            <FittingProjects site={{ floorId: opened.id }} />
          </div>
        </aside>
      )}
      {edited !== null && <FloorDialog floor={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  );
}

function columns({ t, f }: Texts, zones: ReadonlyMap<number, string>, isNarrow: boolean): OfficeColumn<FactoryFloor>[] {
  const number = (key: string, title: string, value: (row: FactoryFloor) => number | null): OfficeColumn<FactoryFloor> => ({
    key, title, width: "minmax(96px, 0.6fr)", isNumber: true, cell: (row) => orUnknown(f.number(value(row)), t.common.unknown),
  });
  const all: OfficeColumn<FactoryFloor>[] = [
    { key: "name", title: t.projects.floorName, width: "minmax(168px, 1.4fr)", cell: (row) => <strong className="cell-name">{`${row.building} ${row.floor}`}</strong> },
    { key: "parcel", title: t.projects.onParcel, width: "minmax(136px, 1.2fr)", cell: (row) => orUnknown(row.parcelName, t.common.unknown) },
    { key: "zone", title: t.projects.zone, width: "minmax(120px, 1fr)", cell: (row) => orUnknown(zones.get(row.zoneId), t.common.unknown) },
    number("area", t.projects.floorAreaColumn, (row) => row.areaSquareMetres),
    number("height", t.projects.floorHeight, (row) => row.heightMetres),
    number("load", t.projects.floorLoad, (row) => row.loadTonnes),
    number("power", t.projects.floorPower, (row) => row.powerKva),
    number("rent", t.projects.floorRent, (row) => row.rentYuan),
    { key: "vacant", title: t.projects.vacantSince, width: "112px", cell: (row) => (row.vacantSince === null ? <span className="muted">{t.projects.let}</span> : f.date(row.vacantSince)) },
  ];
  return isNarrow ? all.filter(({ key }) => ["name", "area", "vacant"].includes(key)) : all;
}
