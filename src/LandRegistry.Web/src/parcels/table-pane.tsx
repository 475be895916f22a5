import { DownloadOutlined, DownOutlined, UpOutlined } from "@ant-design/icons";
import { Button, Switch } from "antd";
import { useState, type KeyboardEvent, type PointerEvent } from "react";
import { useCountsInView, useShownCounts } from "../api/queries";
import { ExportDialog } from "../exports/export-dialog";
import { useTexts } from "../i18n/language-context";
import { useMapBounds } from "../map/map-bounds";
import { IconButton } from "../ui/icon-button";
import { changeView, useView } from "../view/view-store";
import { ParcelTable } from "./parcel-table";

const SMALLEST = 128;
const KEY_STEP = 36;

function largest(): number {
  return Math.round(innerHeight * 0.7);
}

/** The table under the map: can be pulled higher, and folded away. */
export function TablePane() {
  const { t, f } = useTexts();
  const { filters, onlyInMapView } = useView();
  const shown = useShownCounts(filters);
  const bounds = useMapBounds();
  const inView = useCountsInView(filters, onlyInMapView ? bounds : null);
  const all = shown.data?.total.count;
  const listed = onlyInMapView ? inView.data?.total.count : all;
  const count = all === undefined || listed === undefined ? null : onlyInMapView ? t.table.inViewOf(f.count(listed), f.count(all)) : t.common.parcels(f.count(all));
  const [height, setHeight] = useState(() => Math.round(Math.min(320, innerHeight * 0.28)));
  const [isOpen, setIsOpen] = useState(true);
  const [isExporting, setIsExporting] = useState(false);
  const set = (next: number) => setHeight(Math.min(largest(), Math.max(SMALLEST, next)));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: KEY_STEP, ArrowDown: -KEY_STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(height + step);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(innerHeight - event.clientY);
  };
  return (
    <section className="table-pane" aria-label={t.table.title} style={{ height: isOpen ? height : undefined }}>
      {isOpen && (
        <div
          className="table-pane__handle"
          role="separator"
          aria-orientation="horizontal"
          aria-label={t.table.resize}
          aria-valuenow={height}
          aria-valuemin={SMALLEST}
          aria-valuemax={largest()}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
        />
      )}
      <header className="table-pane__bar">
        <h2>{t.table.title}</h2>
        {count !== null && <span className="muted numeric">{count}</span>}
        <label className="table-pane__switch">
          <Switch size="small" checked={onlyInMapView} onChange={(next) => changeView({ onlyInMapView: next })} />
          {t.table.inMapView}
        </label>
        <Button size="small" className="table-pane__export" icon={<DownloadOutlined aria-hidden />} disabled={listed === undefined} onClick={() => setIsExporting(true)}>
          {t.exports.button}
        </Button>
        <IconButton label={isOpen ? t.table.collapse : t.table.expand} icon={isOpen ? <DownOutlined /> : <UpOutlined />} isExpanded={isOpen} onClick={() => setIsOpen(!isOpen)} />
      </header>
      {isOpen && <ParcelTable />}
      {isExporting && <ExportDialog count={listed ?? 0} box={onlyInMapView ? bounds : null} onClose={() => setIsExporting(false)} />}
    </section>
  );
}
