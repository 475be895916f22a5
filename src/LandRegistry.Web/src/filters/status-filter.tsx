import { useChoiceCounts } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { STATUSES } from "../parcels/status";
import { StatusSwatch } from "../parcels/status-swatch";
import { changeView, useView } from "../view/view-store";
import { FilterSection, toggled } from "./filter-section";

export function StatusFilter() {
  const { t, f } = useTexts();
  const { filters } = useView();
  const counts = useChoiceCounts("status", filters);
  const countOf = new Map((counts.data ?? []).map((group) => [group.key, group.count]));
  return (
    <FilterSection title={t.filters.status} name="statuses" isOn={filters.statuses.length > 0}>
      {counts.isError && <p className="filter-note">{t.filters.failed}</p>}
      <div className="choices">
        {STATUSES.map((status) => {
          const isOn = filters.statuses.includes(status);
          const count = countOf.get(status) ?? 0;
          return (
            <button
              key={status}
              type="button"
              role="checkbox"
              aria-checked={isOn}
              className={isOn ? "choice is-on" : count === 0 ? "choice is-empty" : "choice"}
              onClick={() => changeView({ filters: { ...filters, statuses: toggled(filters.statuses, status) } })}
            >
              <StatusSwatch status={status} />
              <span className="choice__name">{t.status[status]}</span>
              <span className="choice__count numeric">{counts.data ? f.count(count) : "·"}</span>
            </button>
          );
        })}
      </div>
    </FilterSection>
  );
}
