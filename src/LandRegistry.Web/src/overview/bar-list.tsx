import type { ReactNode } from "react";
import { addressOf, changeView } from "../view/view-store";
import type { View } from "../view/view-url";

export interface Bar {
  key: string;
  name: ReactNode;
  value: number;
  /** The value as it is read. */
  print: string;
  /** What is said beside it. */
  note?: string;
  /** Where its rows stand; null where no list has them. */
  to: Partial<View> | null;
}

/** A bar chart that is also a list: each bar leads to the rows that it counts. */
export function BarList({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className="bar-list" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <BarLink to={bar.to}>
            <span className="bar-list__name">{bar.name}</span>
            <span className="bar-list__track" aria-hidden="true">
              <span style={{ width: `${(100 * bar.value) / largest}%` }} />
            </span>
            <span className="bar-list__value numeric">{bar.print}</span>
            <span className="bar-list__note muted numeric">{bar.note}</span>
          </BarLink>
        </li>
      ))}
    </ul>
  );
}

/** A figure that leads to its rows, as a link that can be opened elsewhere too. */
export function BarLink({ to, label, children }: { to: Partial<View> | null; label?: string; children: ReactNode }) {
  if (to === null) return <span className="bar-link">{children}</span>;
  return (
    <a
      className="bar-link is-link"
      href={addressOf(to)}
      aria-label={label}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        changeView(to);
      }}
    >
      {children}
    </a>
  );
}
