import { useTexts } from "../i18n/language-context";

export type State = "holds" | "blocked" | "unknown";

const SIGNS: Record<State, string> = { holds: "✓", blocked: "✕", unknown: "?" };

export function stateOf(state: string): State {
  return state === "holds" || state === "blocked" ? state : "unknown";
}

/** How something stands, as a sign beside its colour; read aloud in words. */
export function StateSign({ state }: { state: State }) {
  const { t } = useTexts();
  return (
    <span className={`state-sign state-sign--${state}`} role="img" aria-label={t.readiness.states[state]}>
      {SIGNS[state]}
    </span>
  );
}
