import { useAnswerCounts } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { READINESS_STATES } from "../view/filters";
import { changeView, useView } from "../view/view-store";
import { Choices, FoldedSection, toggled } from "./filter-section";

/** How parcels stand with readiness for re-tender. */
export function ReadinessFilter() {
  const { t } = useTexts();
  const { readiness } = useView().filters;
  return (
    <FoldedSection title={t.filters.readiness} name="readiness" isOn={readiness.length > 0}>
      {() => <States />}
    </FoldedSection>
  );
}

function States() {
  const { t } = useTexts();
  const { filters } = useView();
  const counts = useAnswerCounts("readiness", filters).data?.groups;
  return (
    <Choices
      choices={READINESS_STATES.map((state) => ({ key: state, label: t.filters.readinessStates[state], count: counts && (counts.find(({ key }) => key === state)?.count ?? 0) }))}
      chosen={filters.readiness}
      onToggle={(key) => changeView({ filters: { ...filters, readiness: READINESS_STATES.filter((state) => toggled<string>(filters.readiness, key).includes(state)) } })}
    />
  );
}

/** What stands in the way: items of readiness that do not hold, in the order of the checklist. */
export function BlockerFilter() {
  const { t } = useTexts();
  const { blockers } = useView().filters;
  return (
    <FoldedSection title={t.filters.blockers} name="blockers" isOn={blockers.length > 0}>
      {() => <Items />}
    </FoldedSection>
  );
}

function Items() {
  const { t } = useTexts();
  const { filters } = useView();
  const counts = useAnswerCounts("blocker", filters).data?.groups;
  return (
    <Choices
      choices={Object.entries(t.retender.items).map(([key, label]) => ({ key, label, count: counts && (counts.find((group) => group.key === key)?.count ?? 0) }))}
      chosen={filters.blockers}
      onToggle={(key) => changeView({ filters: { ...filters, blockers: toggled(filters.blockers, key) } })}
    />
  );
}
