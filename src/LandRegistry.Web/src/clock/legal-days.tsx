import type { ClockSummary } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { dayNumber } from "./clock-time";

interface LegalDaysProps {
  days: Pick<ClockSummary, "suspectedFrom" | "feeFrom" | "recoveryFrom">;
  /** `yyyy-MM-dd`. */
  asOf: string;
}

/** The three days from which the law reaches further: idle by time, fee, recovery; each with how far away it is. */
export function LegalDays({ days, asOf }: LegalDaysProps) {
  const { t } = useTexts();
  return (
    <dl className="legal-days">
      <LegalDay name={t.clock.suspectedFrom} day={days.suspectedFrom} asOf={asOf} />
      <LegalDay name={t.clock.feeFrom} day={days.feeFrom} asOf={asOf} />
      <LegalDay name={t.clock.recoveryFrom} day={days.recoveryFrom} asOf={asOf} />
    </dl>
  );
}

function LegalDay({ name, day, asOf }: { name: string; day: string | null; asOf: string }) {
  const { t, f } = useTexts();
  const away = day === null ? null : dayNumber(day) - dayNumber(asOf);
  return (
    <div className={away !== null && away <= 0 ? "is-reached" : undefined}>
      <dt>{name}</dt>
      <dd className={day === null ? "unknown" : "numeric"}>{day === null ? t.clock.noDay : f.date(day)}</dd>
      {away !== null && <dd className="legal-days__away">{away <= 0 ? t.clock.reached : t.clock.inDays(f.count(away))}</dd>}
    </div>
  );
}
