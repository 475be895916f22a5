import { DatePicker } from "antd";
import dayjs from "dayjs";
import { usualPastDays } from "../as-of/past-days";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";

/** One of the two days of a comparison; null is today. */
export function DaySelect({ label, day, size, onChange }: { label: string; day: string | null; size?: "small"; onChange: (day: string | null) => void }) {
  const { t, language } = useTexts();
  return (
    <label className="labelled">
      <span>{label}</span>
      <DatePicker
        {...(size === undefined ? {} : { size })}
        format={language === "en" ? ["D MMM YYYY", "YYYY-MM-DD"] : "YYYY-MM-DD"}
        value={day === null ? null : dayjs(day)}
        placeholder={t.difference.now}
        maxDate={dayjs(today())}
        presets={usualPastDays(today()).map(({ key, day: value }) => ({ label: t.asOf[key], value: dayjs(value) }))}
        onChange={(next) => onChange(next?.format("YYYY-MM-DD") ?? null)}
      />
    </label>
  );
}
