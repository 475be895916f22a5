import { InputNumber } from "antd";
import { useEffect, useState } from "react";
import { useTexts } from "../i18n/language-context";
import { changeView, currentView, useView } from "../view/view-store";
import { FilterSection } from "./filter-section";

/** While the user types, every keystroke would be a query: wait for a pause. */
const PAUSE_MILLISECONDS = 400;

export function AreaFilter() {
  const { t } = useTexts();
  const { minAreaMu, maxAreaMu } = useView().filters;
  const isWrong = minAreaMu !== null && maxAreaMu !== null && minAreaMu > maxAreaMu;
  return (
    <FilterSection title={t.filters.area} name="area" isOn={minAreaMu !== null || maxAreaMu !== null}>
      <div className="area-filter">
        <AreaInput name="minAreaMu" label={t.filters.areaFrom} placeholder={t.filters.from} value={minAreaMu} />
        <span aria-hidden="true">–</span>
        <AreaInput name="maxAreaMu" label={t.filters.areaTo} placeholder={t.filters.to} value={maxAreaMu} />
      </div>
      {isWrong && <p className="filter-note filter-note--wrong" role="alert">{t.filters.areaWrongOrder}</p>}
    </FilterSection>
  );
}

function AreaInput({ name, label, placeholder, value }: { name: "minAreaMu" | "maxAreaMu"; label: string; placeholder: string; value: number | null }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const isNegative = typed !== null && typed < 0;
  useEffect(() => {
    if (typed === value || isNegative) return;
    const timer = setTimeout(() => changeView({ filters: { ...currentView().filters, [name]: typed } }), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed, value, name, isNegative]);
  return (
    <>
      <InputNumber aria-label={label} placeholder={placeholder} controls={false} value={typed} onChange={setTyped} {...(isNegative ? { status: "error" as const } : {})} />
      {isNegative && (
        <p className="filter-note filter-note--wrong" role="alert">
          {t.filters.areaNegative}
        </p>
      )}
    </>
  );
}
