import { useState } from "react";
import { useChoiceCounts, useLandUses } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { changeView, useView } from "../view/view-store";
import { FilterSection, toggled } from "./filter-section";

const SHOWN_AT_FIRST = 5;

/** Land uses that occur, most frequent first; a chosen one always stays visible. */
export function LandUseFilter() {
  const { t, f, pick } = useTexts();
  const { filters } = useView();
  const [showsAll, setShowsAll] = useState(false);
  const uses = useLandUses().data ?? [];
  const counts = useChoiceCounts("use", filters);
  const countOf = new Map((counts.data ?? []).map((group) => [group.key, group.count]));
  const present = uses
    .map((use) => ({ code: use.code, name: pick(use.nameZh, use.nameEn), count: countOf.get(use.code) ?? 0, isOn: filters.uses.includes(use.code) }))
    .filter(({ count, isOn }) => count > 0 || isOn)
    .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code));
  const shown = showsAll ? present : present.filter(({ isOn }, index) => index < SHOWN_AT_FIRST || isOn);
  const hidden = present.length - shown.length;
  return (
    <FilterSection title={t.filters.use} name="uses" isOn={filters.uses.length > 0}>
      {counts.isSuccess && present.length === 0 && <p className="filter-note">{t.filters.noUses}</p>}
      <div className="choices">
        {shown.map(({ code, name, count, isOn }) => (
          <button
            key={code}
            type="button"
            role="checkbox"
            aria-checked={isOn}
            className={isOn ? "choice is-on" : "choice"}
            onClick={() => changeView({ filters: { ...filters, uses: toggled(filters.uses, code) } })}
          >
            <span className="choice__code numeric">{code}</span>
            <span className="choice__name">{name}</span>
            <span className="choice__count numeric">{f.count(count)}</span>
          </button>
        ))}
      </div>
      {(hidden > 0 || (showsAll && present.length > SHOWN_AT_FIRST)) && (
        <button type="button" className="text-button" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t.filters.showLess : t.filters.showMore(hidden)}
        </button>
      )}
    </FilterSection>
  );
}
