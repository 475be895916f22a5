import { Alert } from "antd";
import type { Problem } from "../api/problem";
import { printCitation } from "../i18n/citation";
import { useTexts, type Texts } from "../i18n/language-context";

type ProblemText = Pick<Problem, "status" | "code" | "title" | "titleZh" | "detail" | "detailZh">;

/** The server's words in the user's language; ours where the server said nothing. */
export function problemTitle(problem: ProblemText, { t, pick }: Texts): string {
  if (problem.code === "unreachable") return t.problems.unreachable;
  if (problem.code === "database-unreachable") return t.problems.databaseUnreachable;
  return pick(problem.titleZh, problem.title);
}

/** Why nothing was changed: the rule, the article, every fault, and a trace number to report. */
export function ProblemAlert({ problem, title }: { problem: Problem; title: string }) {
  const texts = useTexts();
  const { t, pick } = texts;
  const detail = pick(problem.detailZh, problem.detail);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        <div className="problem">
          <span>{problemTitle(problem, texts)}</span>
          {detail !== "" && <span>{detail}</span>}
          {problem.faults.map((fault) => (
            <span key={`${fault.field}${fault.message}`}>{pick(fault.messageZh, fault.message)}</span>
          ))}
          {problem.article !== null && <span className="move-rule__article">{t.common.article(printCitation(problem.article, texts.language))}</span>}
          {problem.traceId !== null && <span className="muted">{t.mark.trace(problem.traceId)}</span>}
        </div>
      }
    />
  );
}
