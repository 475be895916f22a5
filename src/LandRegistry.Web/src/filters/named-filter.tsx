import { useState } from "react";
import { useChoiceCounts } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { changeView, useView } from "../view/view-store";
import { FilterSection, toggled } from "./filter-section";

const SHOWN_AT_FIRST = 4;

/** Officers responsible, those with most parcels first. */
export function OfficerFilter() {
  const { t } = useTexts();
  return <NamedFilter by="officer" name="officers" title={t.filters.officer} label={(key) => key || t.filters.noOfficer} />;
}

/** Causes of idleness. */
export function CauseFilter() {
  const { t } = useTexts();
  return <NamedFilter by="cause" name="causes" title={t.filters.cause} label={(key) => (key === "" ? t.filters.noCause : (t.idleCauses[key] ?? key))} />;
}

interface NamedFilterProps {
  by: "officer" | "cause";
  name: "officers" | "causes";
  title: string;
  /** An empty key stands for: none. */
  label: (key: string) => string;
}

/** The values that occur under the other filters; a chosen one always stays visible. */
function NamedFilter({ by, name, title, label }: NamedFilterProps) {
  const { t, f } = useTexts();
  const { filters } = useView();
  const [showsAll, setShowsAll] = useState(false);
  const chosen = filters[name];
  const counts = useChoiceCounts(by, filters);
  const counted = (counts.data ?? []).map(({ key, count }) => ({ key: key ?? "", count }));
  const missing = chosen.filter((key) => counted.every((group) => group.key !== key)).map((key) => ({ key, count: 0 }));
  const present = [...counted, ...missing].sort((a, b) => Number(a.key === "") - Number(b.key === "") || b.count - a.count || a.key.localeCompare(b.key));
  // Where nobody is named yet, there is nothing to choose between.
  if (present.every(({ key }) => key === "") && chosen.length === 0) return null;
  const shown = showsAll ? present : present.filter(({ key }, index) => index < SHOWN_AT_FIRST || key === "" || chosen.includes(key));
  return (
    <FilterSection title={title} name={name} isOn={chosen.length > 0}>
      <div className="choices">
        {shown.map(({ key, count }) => {
          const isOn = chosen.includes(key);
          return (
            <button
              key={key}
              type="button"
              role="checkbox"
              aria-checked={isOn}
              className={isOn ? "choice is-on" : "choice"}
              onClick={() => changeView({ filters: { ...filters, [name]: toggled(chosen, key) } })}
            >
              <span className={key === "" ? "choice__name muted" : "choice__name"}>{label(key)}</span>
              <span className="choice__count numeric">{f.count(count)}</span>
            </button>
          );
        })}
      </div>
      {present.length > shown.length || (showsAll && present.length > SHOWN_AT_FIRST + 1) ? (
        <button type="button" className="text-button" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t.filters.showLess : t.filters.showMore(present.length - shown.length)}
        </button>
      ) : null}
    </FilterSection>
  );
}
