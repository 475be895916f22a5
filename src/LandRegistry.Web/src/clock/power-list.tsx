import { useTexts } from "../i18n/language-context";

const POWERS = ["investigate", "negotiate", "charge_fee", "recover"] as const;

interface PowerListProps {
  powers: readonly string[];
  kind: string;
}

/** What the law allows on the day, and what it does not: by sign and word, not by colour alone. */
export function PowerList({ powers, kind }: PowerListProps) {
  const { t } = useTexts();
  return (
    <>
      <ul className="powers">
        {POWERS.map((power) => {
          const isAllowed = powers.includes(power);
          return (
            <li key={power} className={isAllowed ? "is-allowed" : undefined} aria-label={isAllowed ? t.clock.allowed(t.clock.powers[power]) : t.clock.notAllowed(t.clock.powers[power])}>
              <span aria-hidden="true">{isAllowed ? "✓" : "–"}</span>
              {t.clock.powers[power]}
            </li>
          );
        })}
      </ul>
      {kind === "B" && <p className="powers__note muted">{t.clock.kindBNote}</p>}
    </>
  );
}
