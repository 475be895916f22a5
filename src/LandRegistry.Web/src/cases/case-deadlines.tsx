import type { CaseDeadline } from "../api/office-types";
import { printCitation } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";
import { DueMark } from "../ui/due-mark";

/** The legal deadlines of a case: who must do what by when; what was met stands below, quieter. */
export function CaseDeadlines({ deadlines }: { deadlines: readonly CaseDeadline[] }) {
  const { t } = useTexts();
  const isOpen = ({ state }: CaseDeadline) => state === "running" || state === "overdue";
  const sorted = [...deadlines.filter(isOpen), ...deadlines.filter((deadline) => !isOpen(deadline))];
  return (
    <section className="card-section">
      <h3>{t.cases.deadlines}</h3>
      {sorted.length === 0 && <p className="card-empty">{t.cases.noDeadlines}</p>}
      <ul className="deadlines">
        {sorted.map((deadline) => (
          <DeadlineLine key={`${deadline.code}/${deadline.startedOn}`} deadline={deadline} isOpen={isOpen(deadline)} />
        ))}
      </ul>
    </section>
  );
}

function DeadlineLine({ deadline, isOpen }: { deadline: CaseDeadline; isOpen: boolean }) {
  const { t, f, pick, language } = useTexts();
  return (
    <li className={isOpen ? "deadline" : "deadline is-done"}>
      <p className="deadline__head">
        <strong>{t.cases.dueOn(f.date(deadline.due))}</strong>
        {isOpen ? (
          <DueMark daysLeft={deadline.daysLeft} />
        ) : (
          <span className="muted">{deadline.state === "done_late" ? t.cases.doneLate(f.date(deadline.doneOn)) : t.cases.doneOn(f.date(deadline.doneOn))}</span>
        )}
      </p>
      <p>{pick(deadline.says.zh, deadline.says.en)}</p>
      <p className="muted">
        {t.due.who[deadline.who] ?? deadline.who} · {printCitation(deadline.article, language)}
      </p>
    </li>
  );
}
