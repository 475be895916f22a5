import { Button, DatePicker } from "antd";
import dayjs from "dayjs";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";

interface DayChoiceProps {
  /** null: today. */
  day: string | null;
  onChange: (day: string | null) => void;
}

/** The day that a computed answer is asked about; days to come may be asked about too. */
export function DayChoice({ day, onChange }: DayChoiceProps) {
  const { t, language } = useTexts();
  return (
    <div className="day-choice">
      <label>
        {t.clock.asOf}
        <DatePicker
          size="small"
          aria-label={t.clock.asOf}
          format={language === "en" ? ["D MMM YYYY", "YYYY-MM-DD"] : "YYYY-MM-DD"}
          allowClear={false}
          value={dayjs(day ?? today())}
          onChange={(next) => onChange(next === null || next.format("YYYY-MM-DD") === today() ? null : next.format("YYYY-MM-DD"))}
        />
      </label>
      {day !== null && day !== today() && (
        <Button size="small" onClick={() => onChange(null)}>
          {t.clock.today}
        </Button>
      )}
    </div>
  );
}
