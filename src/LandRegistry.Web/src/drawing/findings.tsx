import { AimOutlined } from "@ant-design/icons";
import type { BrokenRule } from "../api/broken-rule";
import { printCitation } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { firstPosition } from "./pen/drawing-features";

interface FindingsProps {
  findings: readonly BrokenRule[];
  isAsking: boolean;
  hasFailed: boolean;
  /** Whether there is something that could be judged. */
  isWhole: boolean;
}

/** Every rule that the drawing breaks, in words, with the way to its place on the map. */
export function Findings({ findings, isAsking, hasFailed, isWhole }: FindingsProps) {
  const { t } = useTexts();
  return (
    <div className="draw-findings" role="status" aria-live="polite" aria-busy={isAsking}>
      {!isWhole && <p className="muted">{t.drawing.notWhole}</p>}
      {isWhole && hasFailed && <p className="draw-finding draw-finding--bad">{t.drawing.checkFailed}</p>}
      {isWhole && !hasFailed && isAsking && <p className="muted">{t.drawing.checking}</p>}
      {isWhole && !hasFailed && !isAsking && findings.length === 0 && <p className="draw-finding draw-finding--good">✓ {t.drawing.sound}</p>}
      {findings.map((finding, index) => (
        <Finding key={`${finding.code}${index}`} finding={finding} />
      ))}
    </div>
  );
}

function Finding({ finding }: { finding: BrokenRule }) {
  const { t, say, language } = useTexts();
  const { place } = finding;
  return (
    <div className={`draw-finding ${finding.mayBeAccepted ? "draw-finding--warn" : "draw-finding--bad"}`}>
      <strong>{say(finding.title)}</strong>
      <span>{say(finding.detail)}</span>
      {finding.article !== null && <span className="muted">{t.common.article(printCitation(finding.article, language))}</span>}
      {place !== null && (
        <button type="button" className="text-button" onClick={() => requestCamera({ centre: firstPosition(place) })}>
          <AimOutlined aria-hidden /> {t.drawing.showPlace}
        </button>
      )}
    </div>
  );
}
