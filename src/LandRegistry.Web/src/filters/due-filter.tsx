import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useAnswerCounts } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { DUE_NEAR, type DueNear } from "../view/filters";
import { changeView, useView } from "../view/view-store";
import { Choices, FoldedSection } from "./filter-section";

/** Parcels with something due: a deadline of their case, or a step of their holder's strategy. */
export function DueFilter() {
  const { t } = useTexts();
  const { due, dueFrom, dueTo } = useView().filters;
  return (
    <FoldedSection title={t.filters.due} name="due" isOn={due !== null || dueFrom !== null || dueTo !== null}>
      {() => (
        <>
          <Distances />
          <Days />
        </>
      )}
    </FoldedSection>
  );
}

function Distances() {
  const { t } = useTexts();
  const { filters } = useView();
  const counts = useAnswerCounts("due", filters).data?.groups;
  const choose = (near: string) => changeView({ filters: { ...filters, due: filters.due === near ? null : (near as DueNear), dueFrom: null, dueTo: null } });
  return (
    <Choices
      choices={DUE_NEAR.map((near) => ({ key: near, label: t.filters.dueNear[near], count: counts && (counts.find(({ key }) => key === near)?.count ?? 0) }))}
      chosen={filters.due === null ? [] : [filters.due]}
      onToggle={choose}
    />
  );
}

function Days() {
  const { t, language } = useTexts();
  const { filters } = useView();
  const { dueFrom, dueTo } = filters;
  const format = language === "en" ? ["D MMM YYYY", "YYYY-MM-DD"] : "YYYY-MM-DD";
  const take = (days: Partial<Pick<typeof filters, "dueFrom" | "dueTo">>) => changeView({ filters: { ...filters, due: null, ...days } });
  return (
    <div className="due-days">
      <DatePicker
        size="small"
        format={format}
        aria-label={t.filters.dueFrom}
        placeholder={t.filters.dueFrom}
        value={dueFrom === null ? null : dayjs(dueFrom)}
        {...(dueTo === null ? {} : { maxDate: dayjs(dueTo) })}
        onChange={(day) => take({ dueFrom: day?.format("YYYY-MM-DD") ?? null })}
      />
      <span aria-hidden="true">–</span>
      <DatePicker
        size="small"
        format={format}
        aria-label={t.filters.dueTo}
        placeholder={t.filters.dueTo}
        value={dueTo === null ? null : dayjs(dueTo)}
        {...(dueFrom === null ? {} : { minDate: dayjs(dueFrom) })}
        onChange={(day) => take({ dueTo: day?.format("YYYY-MM-DD") ?? null })}
      />
    </div>
  );
}
