import { HistoryOutlined } from "@ant-design/icons";
import { Button, DatePicker } from "antd";
import dayjs from "dayjs";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { changeView, useView } from "../view/view-store";
import { usualPastDays } from "./past-days";

/** Shows the register of a past day; today's date means now. */
export function showDay(day: string | null): void {
  changeView({ asOf: day === null || day >= today() ? null : day });
}

/** The day that the workbench shows, in the header. */
export function AsOfControl() {
  const { t, language } = useTexts();
  const { asOf } = useView();
  return (
    <span className={asOf === null ? "as-of" : "as-of is-past"} title={t.asOf.label}>
      <DatePicker
        size="small"
        aria-label={t.asOf.label}
        format={language === "en" ? ["D MMM YYYY", "YYYY-MM-DD"] : "YYYY-MM-DD"}
        value={asOf === null ? null : dayjs(asOf)}
        placeholder={t.asOf.now}
        prefix={<HistoryOutlined />}
        suffixIcon={null}
        showNow={false}
        maxDate={dayjs(today())}
        presets={usualPastDays(today()).map(({ key, day }) => ({ label: t.asOf[key], value: dayjs(day) }))}
        onChange={(day) => showDay(day?.format("YYYY-MM-DD") ?? null)}
      />
    </span>
  );
}

/** As long as a past day is shown, nobody may take it for the present. */
export function AsOfBanner() {
  const { t, f } = useTexts();
  const { asOf } = useView();
  if (asOf === null) return null;
  return (
    <div className="as-of-banner" role="status">
      <HistoryOutlined />
      <strong>{t.asOf.banner(f.date(asOf))}</strong>
      <span>{t.asOf.hint}</span>
      <Button size="small" onClick={() => showDay(null)}>
        {t.asOf.back}
      </Button>
    </div>
  );
}
