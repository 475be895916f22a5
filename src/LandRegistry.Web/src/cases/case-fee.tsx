import type { CaseDetail } from "../api/office-types";
import { printCitation } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";
import { RefusalText } from "./refusal-text";

/** The idle fee: how much, how that comes about, from when, or why none may be charged. */
export function CaseFee({ file: { fee, determination } }: { file: CaseDetail }) {
  const { t, f, pick, language } = useTexts();
  return (
    <section className="card-section">
      <h3>{t.cases.fee}</h3>
      <div className="fee">
        {fee.refusal === null ? (
          <>
            <p className="fee__amount numeric">{fee.feeYuan === null ? t.cases.feeUnknown : f.yuan(fee.feeYuan)}</p>
            {determination === null && <p className="is-warning">{t.cases.feeNotDetermined}</p>}
          </>
        ) : (
          <>
            <p className="fee__none">{t.cases.feeRefused}</p>
            <RefusalText refusal={fee.refusal} />
          </>
        )}
        <p>{pick(fee.explanation.zh, fee.explanation.en)}</p>
        <p className="muted">
          {[fee.refusal === null && fee.from !== null ? t.cases.feeFrom(f.date(fee.from)) : null, printCitation(fee.article, language)].filter(Boolean).join(" · ")}
        </p>
      </div>
    </section>
  );
}
