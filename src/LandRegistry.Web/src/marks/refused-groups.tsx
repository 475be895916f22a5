import type { RefusedGroup } from "../api/marks";
import { printCitation } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";
import { addressOf } from "../view/view-store";

/** What may not be marked so, by the rule that forbids it; each parcel with its own sentence and a link to it. */
export function RefusedGroups({ groups }: { groups: readonly RefusedGroup[] }) {
  const { t, f, say, language } = useTexts();
  return (
    <div className="refused-groups">
      {groups.map((group) => (
        <details key={`${group.code}/${group.article ?? ""}`} open={groups.length === 1 || group.count <= 5}>
          <summary>
            <strong>{say(group.title)}</strong>
            <span className="numeric">{t.common.parcels(f.count(group.count))}</span>
            {group.article !== null && <span className="move-rule__article">{t.common.article(printCitation(group.article, language))}</span>}
          </summary>
          <ul>
            {group.parcels.map((parcel) => (
              <li key={parcel.id}>
                <a href={addressOf({ page: "map", selected: parcel.id })} target="_blank" rel="noreferrer">
                  {parcel.name ?? parcel.code ?? t.card.noName}
                </a>
                <span>{say(parcel.detail)}</span>
              </li>
            ))}
          </ul>
          {group.parcels.length < group.count && <p className="muted">{t.marks.more(f.count(group.count - group.parcels.length))}</p>}
        </details>
      ))}
    </div>
  );
}
