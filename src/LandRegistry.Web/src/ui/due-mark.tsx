import { useTexts } from "../i18n/language-context";
import { urgencyOf } from "./urgency";

/** How long until a day, in words and a colour; what is overdue is said, never only coloured. */
export function DueMark({ daysLeft }: { daysLeft: number }) {
  const { t } = useTexts();
  const says = daysLeft < 0 ? t.due.overdue(-daysLeft) : daysLeft === 0 ? t.due.today : t.due.left(daysLeft);
  return <span className={`due-mark due-mark--${urgencyOf(daysLeft)}`}>{says}</span>;
}
