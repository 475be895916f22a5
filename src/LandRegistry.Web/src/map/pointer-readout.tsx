import type { LonLat } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { POSITION_FORMATS, positionText, type PositionFormat } from "../map-tools/position-text";
import { isStatus } from "../parcels/status";
import { remembered, useRemembered } from "../ui/use-stored";

export interface Pointer {
  position: LonLat;
  status: string | null;
  /** Parcels of the ring under the pointer. */
  ring: number | null;
}

const format = remembered<PositionFormat>("landregistry.positions", POSITION_FORMATS, "degrees");

/** Where the pointer is, in coordinates of the user's choice; the middle of the map while it is elsewhere. */
export function PointerReadout({ pointer, centre }: { pointer: Pointer | null; centre: LonLat | null }) {
  const { t, f, language } = useTexts();
  const chosen = useRemembered(format);
  const at = pointer?.position ?? centre;
  if (at === null) return null;
  return (
    <div className="pointer-readout" title={pointer === null ? t.tools.centre : t.map.pointer}>
      {isStatus(pointer?.status) && <span className="pointer-readout__status">{t.status[pointer.status]}</span>}
      {pointer !== null && pointer.ring !== null && <span className="pointer-readout__status numeric">{t.common.parcels(f.count(pointer.ring))}</span>}
      <span className={pointer === null ? "numeric muted" : "numeric"}>{positionText(at, chosen, language)}</span>
      <select aria-label={t.tools.coordinates} value={chosen} onChange={(event) => format.choose(event.target.value as PositionFormat)}>
        {POSITION_FORMATS.map((name) => (
          <option key={name} value={name}>
            {t.tools.formats[name]}
          </option>
        ))}
      </select>
    </div>
  );
}
