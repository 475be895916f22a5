import { CloseOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
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

/** The list with a value taken out when it is in, and put in when it is not. */
export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
