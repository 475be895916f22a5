import { DownOutlined, UpOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useShownCounts } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { STATUSES } from "../parcels/status";
import { StatusSwatch } from "../parcels/status-swatch";
import { useView } from "../view/view-store";

/** On a lower window the legend would lie over the parcels: it waits to be opened. In pixels. */
const ROOM_ENOUGH = 760;

/** What the map's signs mean, with the number of parcels that now carry each. */
export function MapLegend() {
  const { t, f } = useTexts();
  const [isOpen, setIsOpen] = useState(() => innerHeight >= ROOM_ENOUGH);
  const counts = useShownCounts(useView().filters);
  const countOf = new Map((counts.data?.groups ?? []).map((group) => [group.key, group.count]));
  const present = STATUSES.filter((status) => (countOf.get(status) ?? 0) > 0);
  return (
    <section className="map-legend" aria-label={t.map.legend}>
      <button type="button" className="map-legend__head" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <span>{t.map.legend}</span>
        {isOpen ? <DownOutlined aria-label={t.map.legendCollapse} /> : <UpOutlined aria-label={t.map.legendExpand} />}
      </button>
      {isOpen && (
        <ul>
          {present.map((status) => (
            <li key={status}>
              <StatusSwatch status={status} size={18} />
              <span className="map-legend__name">{t.status[status]}</span>
              <span className="numeric muted">{f.count(countOf.get(status) ?? 0)}</span>
            </li>
          ))}
          <li className="map-legend__sign">
            <span className="sign-ring" aria-hidden="true" />
            <span className="map-legend__name">{t.map.ring}</span>
          </li>
          <li className="map-legend__sign">
            <span className="sign-point" aria-hidden="true" />
            <span className="map-legend__name">{t.map.unsurveyed}</span>
          </li>
          <li className="map-legend__sign">
            <span className="sign-hold" aria-hidden="true" />
            <span className="map-legend__name">{t.map.onHold}</span>
          </li>
        </ul>
      )}
    </section>
  );
}
