import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useShownCounts, useTotalCounts } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { activeFilters, NO_FILTERS, withoutFilter } from "../view/filters";
import { changeView, useView } from "../view/view-store";
import { SavedViews } from "../views/saved-views";
import { ZoneFilter } from "../zones/zone-filter";
import { useFilterValue } from "./filter-words";
import { AreaFilter } from "./area-filter";
import { DueFilter } from "./due-filter";
import { HoldFilter } from "./hold-filter";
import { CauseFilter, OfficerFilter } from "./named-filter";
import { LandUseFilter } from "./land-use-filter";
import { BlockerFilter, ReadinessFilter } from "./readiness-filter";
import { StatusFilter } from "./status-filter";

/** Everything that restricts what is shown. What is on stays in sight at the top, one click from off. */
export function FilterPanel() {
  const { t } = useTexts();
  return (
    <aside className="filter-panel" aria-label={t.filters.title}>
      <div className="filter-panel__views">
        <SavedViews />
      </div>
      <FilterHead />
      <div className="filter-panel__body">
        <StatusFilter />
        <ZoneFilter />
        <LandUseFilter />
        <AreaFilter />
        <HoldFilter />
        <OfficerFilter />
        <CauseFilter />
        <DueFilter />
        <ReadinessFilter />
        <BlockerFilter />
      </div>
    </aside>
  );
}

function FilterHead() {
  const texts = useTexts();
  const { t, f } = texts;
  const { filters } = useView();
  const shown = useShownCounts(filters);
  const total = useTotalCounts();
  const active = activeFilters(filters);
  const nameOf = useFilterValue(filters, texts);
  const print = (count: number | undefined) => (count === undefined ? "…" : f.count(count));
  return (
    <div className="filter-head">
      <div className="filter-head__count" role="status">
        <strong className="numeric">{t.filters.shown(print(shown.data?.total.count), print(total.data?.total.count))}</strong>
        {shown.data !== undefined && shown.data.total.count > 0 && (
          <span className="muted numeric">{t.filters.shownArea(f.muWithUnit(shown.data.total.areaSquareMetres))}</span>
        )}
      </div>
      <Button size="small" disabled={active.length === 0} onClick={() => changeView({ filters: NO_FILTERS })}>
        {t.filters.reset}
      </Button>
      {active.length === 0 && <p className="filter-marks muted">{t.filters.none}</p>}
      {active.length > 0 && (
        <ul className="filter-marks" aria-label={t.filters.active}>
          {active.map((name) => (
            <li key={name}>
              <button type="button" className="filter-mark" aria-label={t.filters.clearOne(nameOf(name))} onClick={() => changeView({ filters: withoutFilter(filters, name) })}>
                <span>{nameOf(name)}</span>
                <CloseOutlined />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
