import { useLaw } from "../api/parcel-queries";
import type { FactField, FactKind, FactValue, RecordChange } from "../api/types";
import { plainLabel, printValue } from "../facts/print-fact";
import { useTexts, type Texts } from "../i18n/language-context";
import { BeforeAfter } from "./field-changes";
import { eventOf, factKindOf, worthTelling } from "./record-fields";

/** Fields of one record told at most; a first entry of a contract has twenty. */
const MOST_FIELDS = 6;

/** What a change wrote in the records about a parcel: facts, cases, documents. */
export function RecordChanges({ records }: { records: readonly RecordChange[] }) {
  const { t } = useTexts();
  const kinds = useLaw().data?.factKinds ?? [];
  return records.map((record) => {
    const kind = kinds.find(({ code }) => code === factKindOf(record));
    const told = worthTelling(record.fields).filter(({ field }) => fieldOf(field, kind) !== undefined || t.history.recordFields[field] !== undefined);
    return (
      <div key={`${record.kind}/${record.id}`} className="timeline__record">
        <p>
          <span className={`plain-mark record-event--${eventOf(record)}`}>{t.history.events[eventOf(record)]}</span>
          <RecordName record={record} kind={kind} />
        </p>
        {eventOf(record) !== "withdrawn" && told.length > 0 && (
          <ul className="timeline__fields">
            {told.slice(0, MOST_FIELDS).map(({ field, before, after }) => (
              <li key={field}>
                <RecordFieldName field={field} kind={kind} />
                <BeforeAfter before={before} after={after} show={(value) => <RecordValue field={fieldOf(field, kind)} value={value} />} />
              </li>
            ))}
            {told.length > MOST_FIELDS && <li className="timeline__rest muted">{t.history.more(told.length - MOST_FIELDS)}</li>}
          </ul>
        )}
      </div>
    );
  });
}

function RecordName({ record, kind }: { record: RecordChange; kind: FactKind | undefined }) {
  const { t, say } = useTexts();
  return <span>{kind === undefined ? (t.history.records[record.kind] ?? t.history.record) : say(kind.name)}</span>;
}

function RecordFieldName({ field, kind }: { field: string; kind: FactKind | undefined }) {
  const { t, say } = useTexts();
  const known = fieldOf(field, kind);
  return <span className="muted">{known === undefined ? (t.history.recordFields[field]) : say(plainLabel(known.label))}</span>;
}

/** The column of a record by the name that the law's table has for it; a sub-kind is called type there. */
function fieldOf(column: string, kind: FactKind | undefined): FactField | undefined {
  const name = column === "kind" ? "type" : column;
  return kind?.fields.find((field) => field.name === name);
}

function RecordValue({ field, value }: { field: FactField | undefined; value: unknown }) {
  const texts = useTexts();
  return <span>{field === undefined ? plain(value, texts) : printValue(field, value as FactValue, texts)}</span>;
}

function plain(value: unknown, { t, f }: Texts): string {
  if (value === null || value === undefined || value === "") return t.common.unknown;
  if (typeof value === "boolean") return value ? t.common.yes : t.common.no;
  if (typeof value === "object") return Array.isArray(value) ? value.join(t.common.listSeparator) : JSON.stringify(value);
  const text = String(value);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? f.date(text) : text;
}
