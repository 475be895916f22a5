import { CloseOutlined, DownOutlined, RightOutlined } from "@ant-design/icons";
import { useState, type ReactNode } from "react";
import { useTexts } from "../i18n/language-context";
import { withoutFilter, type FilterName } from "../view/filters";
import { changeView, useView } from "../view/view-store";

interface FilterSectionProps {
  title: string;
  /** The filter this section sets; its mark appears while it is on. */
  name: FilterName;
  isOn: boolean;
  children: ReactNode;
}

export function FilterSection({ title, name, isOn, children }: FilterSectionProps) {
  const { t } = useTexts();
  const { filters } = useView();
  return (
    <section className="filter-section" aria-label={title}>
      <h2>
        <span>{title}</span>
        {isOn && (
          <button type="button" className="clear-button" aria-label={t.filters.clearOne(title)} onClick={() => changeView({ filters: withoutFilter(filters, name) })}>
            <CloseOutlined />
            {t.common.clear}
          </button>
        )}
      </h2>
      {children}
    </section>
  );
}

/** A section that is asked for more seldom and costs counting: folded until somebody opens it or its filter is on. */
export function FoldedSection({ children, ...section }: Omit<FilterSectionProps, "children"> & { children: () => ReactNode }) {
  const { t } = useTexts();
  const { filters } = useView();
  const [isOpened, setIsOpened] = useState(false);
  const isOpen = isOpened || section.isOn;
  return (
    <section className="filter-section" aria-label={section.title}>
      <h2>
        <button type="button" className="fold-button" aria-expanded={isOpen} disabled={section.isOn} onClick={() => setIsOpened(!isOpened)}>
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          <span>{section.title}</span>
        </button>
        {section.isOn && (
          <button type="button" className="clear-button" aria-label={t.filters.clearOne(section.title)} onClick={() => changeView({ filters: withoutFilter(filters, section.name) })}>
            <CloseOutlined />
            {t.common.clear}
          </button>
        )}
      </h2>
      {isOpen && children()}
    </section>
  );
}

interface ChoicesProps {
  choices: readonly { key: string; label: string; count: number | undefined }[];
  chosen: readonly string[];
  onToggle: (key: string) => void;
}

/** Choices with how many parcels each would bring. */
export function Choices({ choices, chosen, onToggle }: ChoicesProps) {
  const { f } = useTexts();
  return (
    <div className="choices">
      {choices.map(({ key, label, count }) => {
        const isOn = chosen.includes(key);
        return (
          <button key={key} type="button" role="checkbox" aria-checked={isOn} className={isOn ? "choice is-on" : count === 0 ? "choice is-empty" : "choice"} onClick={() => onToggle(key)}>
            <span className="choice__name">{label}</span>
            <span className="choice__count numeric">{count === undefined ? "·" : f.count(count)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** The list with a value taken out when it is in, and put in when it is not. */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
