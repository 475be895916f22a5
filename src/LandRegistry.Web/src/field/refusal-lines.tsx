import type { ReturnedValue } from "../api/field-work";
import { printCitation } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";

/** What the rules say against a value or a parcel of the field. */
export function RefusalLines({ of, refusals }: { of: string; refusals: ReturnedValue["refusals"] }) {
  const { t, pick, language } = useTexts();
  return refusals.map((refusal) => (
    <p key={`${of}${refusal.code}`} className="is-warning">
      {of} {pick(refusal.detail.zh, refusal.detail.en)} {refusal.article !== null && t.common.article(printCitation(refusal.article, language))}
    </p>
  ));
}
