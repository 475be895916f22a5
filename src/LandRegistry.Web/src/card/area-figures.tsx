import type { ParcelDetail } from "../api/types";
import { useTexts } from "../i18n/language-context";

/** A difference below this is within what surveying explains (FAO SOLA checks the same 1 %). */
const WORTH_SAYING = 0.01;

/** The area in mu and hectares, and which area it is. */
export function AreaFigures({ parcel }: { parcel: ParcelDetail }) {
  const { t, f } = useTexts();
  const { measuredAreaSquareMetres: measured, statedAreaSquareMetres: stated } = parcel;
  const area = measured ?? stated;
  if (area === null) return <p className="area-figures unknown">{t.card.noArea}</p>;
  const difference = measured !== null && stated !== null && stated > 0 ? (measured - stated) / stated : 0;
  return (
    <div className="area-figures">
      <div>
        <span className="area-figures__main numeric">{f.mu(area)}</span>
        <span className="area-figures__unit">{t.common.mu}</span>
        <span className="area-figures__other numeric">{f.hectaresWithUnit(area)}</span>
      </div>
      <p className="muted">
        {measured !== null ? t.card.measured : t.card.stated}
        {measured !== null && stated !== null && ` · ${t.card.stated} ${f.muWithUnit(stated)}`}
      </p>
      {Math.abs(difference) > WORTH_SAYING && <p className="area-figures__warning">{t.card.difference(f.percent(difference))}</p>}
    </div>
  );
}
