import type { ParcelDetail } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { CardSection } from "./properties";

/** Notes on the parcel, newest first. */
export function CardNotes({ notes }: Pick<ParcelDetail, "notes">) {
  const { t, f } = useTexts();
  if (notes.length === 0) return null;
  return (
    <CardSection title={t.card.notes}>
      <ul className="card-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <span>{note.text}</span>
            <span className="muted">
              {note.actor} · {f.moment(note.recordedAt)}
            </span>
          </li>
        ))}
      </ul>
    </CardSection>
  );
}
