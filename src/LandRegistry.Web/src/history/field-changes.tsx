import { useZones } from "../api/queries";
import type { FieldChange } from "../api/types";
import { useTexts, type Texts } from "../i18n/language-context";
import { isStatus } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";

/** A first entry carries every field; the timeline shows this many and counts the rest. */
const MOST_FIELDS = 6;

/** The parcel's own fields before and after. */
export function FieldChanges({ fields }: { fields: readonly FieldChange[] }) {
  const { t } = useTexts();
  const told = fields.filter(({ field }) => t.fields[field] !== undefined);
  if (told.length === 0) return null;
  return (
    <ul className="timeline__fields">
      {told.slice(0, MOST_FIELDS).map(({ field, before, after }) => (
        <li key={field}>
          <span className="muted">{t.fields[field]}</span>
          {field === "boundary" ? <span>{t.history.shape}</span> : <BeforeAfter before={before} after={after} show={(value) => <FieldValue field={field} value={value} />} />}
        </li>
      ))}
      {told.length > MOST_FIELDS && <li className="timeline__rest muted">{t.history.more(told.length - MOST_FIELDS)}</li>}
    </ul>
  );
}

interface BeforeAfterProps {
  before: unknown;
  after: unknown;
  show: (value: unknown) => React.ReactNode;
}

/** "before → after"; what was not there before is shown as it is now. */
export function BeforeAfter({ before, after, show }: BeforeAfterProps) {
  return (
    <span className="timeline__change">
      {before !== null && before !== undefined && (
        <>
          <span className="timeline__before">{show(before)}</span>
          <span aria-hidden="true">→</span>
        </>
      )}
      {show(after)}
    </span>
  );
}

function FieldValue({ field, value }: { field: string; value: unknown }) {
  const texts = useTexts();
  const zones = useZones();
  if (field === "status" && isStatus(value)) return <StatusTag status={value} />;
  return <span>{printField(field, value, texts, (id) => zones.data?.find((zone) => zone.id === id))}</span>;
}

function printField(field: string, value: unknown, { t, f, pick }: Texts, zoneOf: (id: number) => { nameZh: string; nameEn: string } | undefined): string {
  if (value === null || value === undefined || value === "") return t.common.unknown;
  if (typeof value === "boolean") return value ? t.common.yes : t.common.no;
  if (field === "zoneId") {
    const zone = zoneOf(Number(value));
    return zone ? pick(zone.nameZh, zone.nameEn) : String(value);
  }
  if (field.endsWith("AreaSquareMetres") && Number.isFinite(Number(value))) return f.muWithUnit(Number(value));
  const names: Record<string, Record<string, string>> = {
    idleKind: t.idleKinds,
    idleCause: t.idleCauses,
    rightType: t.rightTypes,
    ownership: t.ownerships,
    source: t.sources,
  };
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  return names[field]?.[text] ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? f.date(text) : text);
}
