import { Skeleton } from "antd";
import { useHistory, useZones } from "../api/queries";
import type { HistoryItem } from "../api/types";
import { useTexts, type Texts } from "../i18n/language-context";
import { isStatus } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";

/** A first entry carries every field; the timeline shows this many and counts the rest. */
const MOST_FIELDS = 6;

/** What happened to the parcel, newest first: who, when, why, before and after. */
export function HistoryTab({ parcelId }: { parcelId: number }) {
  const { t } = useTexts();
  const history = useHistory(parcelId);
  if (history.isPending) return <Skeleton active className="card-body" />;
  if (history.isError) return <p className="card-body card-empty">{t.history.failed}</p>;
  if (history.data.items.length === 0) return <p className="card-body card-empty">{t.history.none}</p>;
  return (
    <ol className="timeline card-body">
      {history.data.items.map((item) => (
        <TimelineItem key={item.changeId} item={item} />
      ))}
    </ol>
  );
}

function TimelineItem({ item }: { item: HistoryItem }) {
  const texts = useTexts();
  const { t, f } = texts;
  const fields = item.fields.filter(({ field }) => t.fields[field] !== undefined);
  return (
    <li>
      <p className="timeline__head">
        <strong>{t.commands[item.command] ?? item.command}</strong>
        <span className="muted">{f.moment(item.recordedAt)}</span>
      </p>
      <p className="timeline__who">
        {item.actor}
        {item.effectiveDate !== null && <span className="muted"> · {t.history.effective(f.date(item.effectiveDate))}</span>}
      </p>
      {item.reason !== null && item.reason !== "" && <p className="timeline__reason">{item.reason}</p>}
      <ul className="timeline__fields">
        {fields.slice(0, MOST_FIELDS).map(({ field, before, after }) => (
          <li key={field}>
            <span className="muted">{t.fields[field]}</span>
            <FieldChange field={field} before={before} after={after} texts={texts} />
          </li>
        ))}
        {fields.length > MOST_FIELDS && <li className="timeline__rest muted">{t.history.more(fields.length - MOST_FIELDS)}</li>}
      </ul>
    </li>
  );
}

function FieldChange({ field, before, after, texts }: { field: string; before: unknown; after: unknown; texts: Texts }) {
  if (field === "boundary") return <span>{texts.t.history.shape}</span>;
  return (
    <span className="timeline__change">
      {before !== null && before !== undefined && (
        <>
          <FieldValue field={field} value={before} texts={texts} />
          <span aria-hidden="true">→</span>
        </>
      )}
      <FieldValue field={field} value={after} texts={texts} />
    </span>
  );
}

function FieldValue({ field, value, texts }: { field: string; value: unknown; texts: Texts }) {
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
