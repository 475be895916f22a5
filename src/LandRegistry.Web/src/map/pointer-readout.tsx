import { printPosition } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import type { LonLat } from "../api/types";
import { isStatus } from "../parcels/status";

export interface Pointer {
  position: LonLat;
  status: string | null;
  /** Parcels of the ring under the pointer. */
  ring: number | null;
}

export function PointerReadout({ pointer }: { pointer: Pointer | null }) {
  const { t, f } = useTexts();
  if (pointer === null) return null;
  return (
    <div className="pointer-readout" title={t.map.pointer}>
      {isStatus(pointer.status) && <span className="pointer-readout__status">{t.status[pointer.status]}</span>}
      {pointer.ring !== null && <span className="pointer-readout__status numeric">{t.common.parcels(f.count(pointer.ring))}</span>}
      <span className="numeric">{printPosition(pointer.position)}</span>
    </div>
  );
}
