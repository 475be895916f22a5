import { Segmented } from "antd";
import { useTexts } from "../i18n/language-context";
import { changeView, useView } from "../view/view-store";
import { FilterSection } from "./filter-section";

export function HoldFilter() {
  const { t } = useTexts();
  const { filters } = useView();
  const options = [
    { value: "any", label: t.filters.holdAny },
    { value: "yes", label: t.filters.holdOnly },
    { value: "no", label: t.filters.holdNone },
  ];
  const value = filters.onHold === null ? "any" : filters.onHold ? "yes" : "no";
  return (
    <FilterSection title={t.filters.hold} name="onHold" isOn={filters.onHold !== null}>
      <Segmented
        block
        options={options}
        value={value}
        aria-label={t.filters.hold}
        onChange={(next) => changeView({ filters: { ...filters, onHold: next === "any" ? null : next === "yes" } })}
      />
    </FilterSection>
  );
}
