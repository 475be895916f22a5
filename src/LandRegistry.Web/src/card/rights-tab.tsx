import type { Encumbrance, Occupancy, ParcelDetail } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { CardSection } from "./properties";

/** Who is on the land, and what weighs on it. */
export function RightsTab({ parcel }: { parcel: ParcelDetail }) {
  const { t } = useTexts();
  return (
    <div className="card-body">
      <CardSection title={t.card.occupancies}>
        {parcel.occupancies.length === 0 ? (
          <p className="card-empty">{t.card.noOccupancies}</p>
        ) : (
          <ul className="entries">
            {parcel.occupancies.map((occupancy, index) => (
              <OccupancyItem key={`${occupancy.enterpriseId}/${index}`} occupancy={occupancy} />
            ))}
          </ul>
        )}
      </CardSection>
      <CardSection title={t.card.encumbrances}>
        {parcel.encumbrances.length === 0 ? (
          <p className="card-empty">{t.card.noEncumbrances}</p>
        ) : (
          <ul className="entries">
            {parcel.encumbrances.map((encumbrance, index) => (
              <EncumbranceItem key={index} encumbrance={encumbrance} />
            ))}
          </ul>
        )}
      </CardSection>
    </div>
  );
}

function OccupancyItem({ occupancy }: { occupancy: Occupancy }) {
  const { t, f } = useTexts();
  const { fromOn, toOn, role, enterpriseName, creditCode } = occupancy;
  return (
    <li>
      <span className="entries__head">
        <strong>{enterpriseName}</strong>
        <span className="plain-mark">{t.roles[role] ?? role}</span>
      </span>
      <span className="muted">
        {t.card.creditCode} <span className="numeric">{f.text(creditCode)}</span>
      </span>
      <span className="muted">{t.card.period(f.date(fromOn), toOn === null ? t.card.present : f.date(toOn))}</span>
    </li>
  );
}

function EncumbranceItem({ encumbrance }: { encumbrance: Encumbrance }) {
  const { t, f } = useTexts();
  const { kind, holder, registeredOn, releasedOn, note } = encumbrance;
  return (
    <li>
      <span className="entries__head">
        <strong>{t.encumbranceKinds[kind] ?? kind}</strong>
        <span className={releasedOn === null ? "plain-mark plain-mark--strong" : "plain-mark"}>
          {releasedOn === null ? t.card.inForce : t.card.releasedOn(f.date(releasedOn))}
        </span>
      </span>
      <span>{f.text(holder)}</span>
      <span className="muted">{t.card.registeredOn(f.date(registeredOn))}</span>
      {note !== null && <span>{note}</span>}
    </li>
  );
}
