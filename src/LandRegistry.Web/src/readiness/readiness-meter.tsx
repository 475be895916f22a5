import type { State } from "../ui/state-sign";

/** One cell for each item, in the order of the checklist. */
export function ReadinessMeter({ states }: { states: readonly State[] }) {
  return (
    <span className="meter" aria-hidden="true">
      {states.map((state, index) => (
        <span key={index} className={`meter__cell meter__cell--${state}`} />
      ))}
    </span>
  );
}
