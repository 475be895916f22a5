import { RightOutlined } from "@ant-design/icons";
import type { ParcelDetail } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { StateSign, stateOf } from "../ui/state-sign";

/** Items named on the first page; the rest are counted. */
const MOST_NAMED = 3;

/** Readiness in short, on the card's first page: what stands in the way. */
export function ReadinessStrip({ readiness, onOpen }: { readiness: ParcelDetail["readiness"]; onOpen: () => void }) {
  const { t, say } = useTexts();
  const { isReady, blocking } = readiness;
  return (
    <section className={isReady ? "strip is-ready" : "strip"} aria-label={t.readiness.title}>
      <button type="button" className="strip__head" onClick={onOpen}>
        <StateSign state={isReady ? "holds" : blocking.some(({ state }) => state === "blocked") ? "blocked" : "unknown"} />
        <span className="strip__says">
          <strong>{isReady ? t.readiness.ready : t.readiness.missing(blocking.length)}</strong>
        </span>
        <span className="strip__more">
          {t.readiness.all}
          <RightOutlined />
        </span>
      </button>
      {!isReady && (
        <ul className="strip__list">
          {blocking.slice(0, MOST_NAMED).map((item) => (
            <li key={item.code}>
              <StateSign state={stateOf(item.state)} />
              {say(item.says)}
            </li>
          ))}
          {blocking.length > MOST_NAMED && <li className="muted">{t.readiness.more(blocking.length - MOST_NAMED)}</li>}
        </ul>
      )}
    </section>
  );
}
