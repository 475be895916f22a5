import type { Move, Rule } from "../api/types";
import { printCitation } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";

/** The rule that speaks about a move, with the article it rests on. */
export function MoveRule({ move }: { move: Move }) {
  return <RuleSentence rule={move.rule} />;
}

export function RuleSentence({ rule }: { rule: Rule }) {
  const { t, language, pick } = useTexts();
  return (
    <span className="move-rule">
      {pick(rule.titleZh, rule.titleEn)}
      {rule.article !== null && <span className="move-rule__article">{t.common.article(printCitation(rule.article, language))}</span>}
    </span>
  );
}
