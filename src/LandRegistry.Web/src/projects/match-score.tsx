import { useLandUses } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import type { Match } from "./project-queries";

/** Score and reliability, as numbers and as a bar: what is certain, and what is still unknown. */
export function MatchScore({ match }: { match: Match }) {
  const { t, f } = useTexts();
  return (
    <div className="match-score">
      <span className="match-score__value numeric">{match.score === null ? t.projects.noScore : t.projects.scoreOf(f.number(match.score, 0))}</span>
      <span className="match-score__bar" aria-hidden="true">
        <span className="match-score__certain" style={{ width: `${match.certain}%` }} />
        <span className="match-score__unknown" style={{ width: `${(1 - match.reliability) * 100}%` }} />
      </span>
      <span className="muted numeric">{t.projects.reliabilityOf(f.percent(match.reliability))}</span>
    </div>
  );
}

/** Each criterion with its weight, what is asked, what is there, and the points. */
export function CriteriaTable({ match }: { match: Match }) {
  const { t, f, say, pick } = useTexts();
  const uses = useLandUses().data;
  // Uses are matched by their codes and read by their names.
  const named = (one: Match["criteria"][number], words: string) =>
    one.code !== "use" ? words : words.split(" / ").map((code) => uses?.filter((use) => use.code === code).map((use) => pick(use.nameZh, use.nameEn))[0] ?? code).join(" / ");
  return (
    <table className="criteria-table">
      <thead>
        <tr>
          <th scope="col">{t.projects.criterion}</th>
          <th scope="col" className="numeric">{t.projects.weight}</th>
          <th scope="col">{t.projects.need}</th>
          <th scope="col">{t.projects.found}</th>
          <th scope="col" className="numeric">{t.projects.points}</th>
        </tr>
      </thead>
      <tbody>
        {match.criteria.map((one) => (
          <tr key={one.code} className={one.score === null ? "is-unknown" : one.score === 0 ? "is-missed" : one.score === 1 ? "is-met" : "is-near"}>
            <th scope="row">{(t.projects.criteria as Record<string, string>)[one.code] ?? one.code}</th>
            <td className="numeric">{one.weight}</td>
            <td>{named(one, say(one.need))}</td>
            <td>{one.found === null ? <span className="unknown">{t.common.unknown}</span> : named(one, say(one.found))}</td>
            <td className="numeric">{one.score === null ? <span className="unknown">?</span> : f.number(one.score * 100, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
