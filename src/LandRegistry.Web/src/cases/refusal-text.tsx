import type { CaseRefusal } from "../api/office-types";
import { printCitation } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";

/** Why something may not be done: the rule in a few words, the case in a sentence, the article. */
export function RefusalText({ refusal }: { refusal: CaseRefusal }) {
  const { t, pick, language } = useTexts();
  return (
    <div className="refusal">
      <p className="refusal__title">{pick(refusal.title.zh, refusal.title.en)}</p>
      <p>{pick(refusal.detail.zh, refusal.detail.en)}</p>
      {refusal.article !== null && <p className="refusal__article">{t.common.article(printCitation(refusal.article, language))}</p>}
    </div>
  );
}
