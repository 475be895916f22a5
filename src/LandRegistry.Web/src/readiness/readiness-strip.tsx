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
  // One fact that is not known may hold up several items: it is said once.
  const reasons = blocking.filter(({ says }, index) => blocking.findIndex((other) => say(other.says) === say(says)) === index);
  const named = reasons.slice(0, MOST_NAMED).map(({ says }) => say(says));
  const unnamed = blocking.filter(({ says }) => !named.includes(say(says))).length;
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
          {reasons.slice(0, MOST_NAMED).map((item) => (
            <li key={item.code}>
              <StateSign state={stateOf(item.state)} />
              {say(item.says)}
            </li>
          ))}
          {unnamed > 0 && <li className="muted">{t.readiness.more(unnamed)}</li>}
        </ul>
      )}
    </section>
  );
}
