import type { ReactNode } from "react";
import { useTexts } from "../i18n/language-context";

/** A list of names and values, two columns. */
export function Properties({ children }: { children: ReactNode }) {
  return <dl className="properties">{children}</dl>;
}

interface PropertyProps {
  name: string;
  /** Empty, null or undefined prints as "not recorded", in a quieter voice. */
  value: ReactNode;
  note?: ReactNode;
}

export function Property({ name, value, note }: PropertyProps) {
  const { t } = useTexts();
  const isUnknown = value === null || value === undefined || value === "" || value === t.common.unknown;
  return (
    <div className="properties__row">
      <dt>{name}</dt>
      <dd className={isUnknown ? "unknown" : undefined}>
        {isUnknown ? t.common.unknown : value}
        {note !== undefined && <span className="properties__note">{note}</span>}
      </dd>
    </div>
  );
}

export function CardSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
