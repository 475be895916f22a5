import type { Move, Rule } from "../api/types";
import { useTexts } from "../i18n/language-context";

/** The rule that speaks about a move, with the article it rests on. */
export function MoveRule({ move }: { move: Move }) {
  return <RuleSentence rule={move.rule} />;
}

export function RuleSentence({ rule }: { rule: Rule }) {
  const { t, pick } = useTexts();
  return (
    <span className="move-rule">
      {pick(rule.titleZh, rule.titleEn)}
      {rule.article !== null && <span className="move-rule__article">{t.common.article(rule.article)}</span>}
    </span>
  );
}
