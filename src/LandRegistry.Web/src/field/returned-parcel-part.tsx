import type { MultiPolygon } from "geojson";
import type { ReturnedParcel, ReturnedValue } from "../api/field-work";
import { useTexts, type Texts } from "../i18n/language-context";
import { isStatus } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";
import { ConflictTable, type Side } from "../ui/conflict-table";
import { RefusalLines } from "./refusal-lines";
import { keyOf, sideOf, type Choices } from "./return-choices";
import { ShapesOver } from "./shapes-over";

/** One parcel that came back: its values thrice, its boundaries over each other, and what the rules say of them. */
export function ReturnedParcelPart({ parcel, choices, onChoose }: { parcel: ReturnedParcel; choices: Choices; onChoose: (key: string, side: Side) => void }) {
  const texts = useTexts();
  const { t, f } = texts;
  const boundary = parcel.values.find(({ field }) => field === "boundary");
  const rows = parcel.values.map((value) => {
    const side = sideOf(parcel, value, choices);
    return {
      name: keyOf(parcel, value),
      label: `${t.fieldWork.fields[value.field] ?? value.field} · ${t.fieldWork.outcomes[`${value.outcome}-${side ?? "none"}`] ?? t.fieldWork.outcomes[value.outcome] ?? value.outcome}`,
      base: printed(value, value.base, texts),
      theirs: printed(value, value.inOffice, texts),
      mine: printed(value, value.inField, texts),
      side,
    };
  });
  return (
    <section className="returned-parcel" aria-label={parcel.name ?? parcel.code ?? String(parcel.parcelId)}>
      <h3>
        {parcel.name ?? t.common.unknown} <span className="muted numeric">{parcel.code}</span>
      </h3>
      {parcel.hasEnded && <p className="is-warning">{t.fieldWork.ended}</p>}
      <div className="returned-parcel__body">
        <div>
          {rows.length > 0 && <ConflictTable rows={rows} names={{ base: t.fieldWork.base, theirs: t.fieldWork.office, mine: t.fieldWork.field }} onSide={onChoose} />}
          {parcel.note !== null && (
            <p>
              <span className="muted">{t.fieldWork.note}</span> {parcel.note}
            </p>
          )}
          {parcel.photos > 0 && <p className="muted">{t.fieldWork.photos(f.count(parcel.photos))}</p>}
          {parcel.values.map((value) => (
            <RefusalLines key={value.field} of={t.fieldWork.refused(t.fieldWork.fields[value.field] ?? value.field)} refusals={value.refusals} />
          ))}
        </div>
        {boundary !== undefined && <ShapesOver base={shapeOf(boundary.base)} office={shapeOf(boundary.inOffice)} field={shapeOf(boundary.inField)} />}
      </div>
    </section>
  );
}

function shapeOf(value: unknown): MultiPolygon | null {
  return (value as MultiPolygon | null) ?? null;
}

function printed(value: ReturnedValue, said: unknown, { t, f }: Texts) {
  if (value.field === "boundary") {
    const shape = shapeOf(said);
    return shape === null ? t.fieldWork.noBoundary : t.fieldWork.corners(f.count(shape.coordinates.flat(2).length - shape.coordinates.flat().length));
  }
  if (typeof said !== "string" || said === "") return <span className="unknown">{t.common.unknown}</span>;
  if (value.field === "status" && isStatus(said)) {
    return (
      <>
        <StatusTag status={said} /> {said === value.inField && value.effectiveOn !== null && <span className="muted">{t.fieldWork.statusFrom(f.date(value.effectiveOn))}</span>}
      </>
    );
  }
  return value.field === "checkedOn" ? f.date(said) : said;
}
