import type { RelatedParcel } from "../api/boundaries";
import { useTexts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { changeView } from "../view/view-store";

/** Parcels before or after; one that has ended is opened as of the last day on which it was there. */
export function RelatedList({ title, parcels }: { title: string; parcels: readonly RelatedParcel[] }) {
  const { t, f } = useTexts();
  if (parcels.length === 0) return null;
  return (
    <div className="related">
      <p className="muted">{title}</p>
      <ul className="near-list">
        {parcels.map((parcel) => (
          <li key={parcel.id}>
            <button type="button" className="near-list__row" onClick={() => changeView({ selected: parcel.id, asOf: lastDayOf(parcel) })}>
              <span className="near-list__name numeric">{parcel.code ?? parcelLabel(parcel, t)}</span>
              <span>{f.muWithUnit(parcel.areaSquareMetres)}</span>
              <span className="near-list__far">
                {t.drawing.byKind[parcel.kind] ?? parcel.kind} · {parcel.endedOn === null ? f.date(parcel.onDay) : t.drawing.ended(f.date(parcel.endedOn))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The day before a parcel ended; null while it stands. */
function lastDayOf({ endedOn }: RelatedParcel): string | null {
  if (endedOn === null) return null;
  const day = new Date(`${endedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
