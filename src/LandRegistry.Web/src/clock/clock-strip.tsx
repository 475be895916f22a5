import { RightOutlined } from "@ant-design/icons";
import type { ClockSummary } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { today } from "../i18n/format";
import { useView } from "../view/view-store";
import { KindSign } from "./kind-sign";
import { LegalDays } from "./legal-days";

/** The idle clock in short, on the card's first page. */
export function ClockStrip({ clock, onOpen }: { clock: ClockSummary; onOpen: () => void }) {
  const { t, f, say } = useTexts();
  const { asOf } = useView();
  const isCounting = clock.suspectedFrom !== null || clock.feeFrom !== null || clock.recoveryFrom !== null;
  return (
    <section className={`strip verdict--${clock.kind}`} aria-label={t.clock.title}>
      <button type="button" className="strip__head" onClick={onOpen}>
        <KindSign kind={clock.kind} />
        <span className="strip__says">
          <strong>{say(clock.name)}</strong>
          {clock.since !== null && <span className="muted numeric">{t.clock.since(f.date(clock.since))}</span>}
          {clock.kind === "unknown" && clock.unknowns.length > 0 && <span className="muted">{t.clock.unknowns(clock.unknowns.map((code) => t.clock.inputs[code] ?? code).join(t.common.listSeparator))}</span>}
        </span>
        <span className="strip__more">
          {t.clock.why}
          <RightOutlined />
        </span>
      </button>
      {isCounting && <LegalDays days={clock} asOf={asOf ?? today()} />}
      {clock.powers.length > 0 && (
        <p className="strip__powers">
          <span className="muted">{t.clock.mayNow}</span> {clock.powers.map((power) => t.clock.powers[power as keyof typeof t.clock.powers] ?? power).join(t.common.listSeparator)}
        </p>
      )}
    </section>
  );
}
