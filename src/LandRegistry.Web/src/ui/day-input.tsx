import { DatePicker } from "antd";
import dayjs from "dayjs";
import { createContext, useContext, useState, type ChangeEvent, type InputHTMLAttributes, type KeyboardEvent, type Ref } from "react";
import { readDay, type DayRange } from "../i18n/day-text";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";

interface DayInputProps {
  range?: DayRange;
  /** Whether the field can be emptied. */
  mayBeEmpty?: boolean;
  style?: React.CSSProperties;
  /** A day `yyyy-MM-dd`, or what was typed where that is none. Handed in by the form, as are the next. */
  value?: string | null;
  onChange?: (value: string | null) => void;
  onBlur?: () => void;
  id?: string;
  "aria-label"?: string;
}

interface Typing {
  text: string;
  type: (text: string) => void;
}

const TypingContext = createContext<Typing | null>(null);
const PICKER_PARTS = { input: TypedText };

/**
 * A day, typed or picked. The calendar component throws away what it does not take, and the form would be sent with the day
 * before it: here what was typed stays as it is, for the form to judge (dayRules), and Enter only leaves the field.
 */
export function DayInput({ range = {}, mayBeEmpty = false, value = null, onChange, onBlur, ...rest }: DayInputProps) {
  const { t, f } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const day = value === null ? null : readDay(value);
  const settle = () => {
    setTyped(null);
    onBlur?.();
  };
  const type = (text: string) => {
    setTyped(text);
    onChange?.(text.trim() === "" ? null : (readDay(text) ?? text));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    // With a day that it does not take the calendar would stay, over the buttons.
    setIsOpen(false);
    settle();
  };
  return (
    <TypingContext value={{ text: typed ?? (day === null ? (value ?? "") : f.date(day)), type }}>
      <span className="day-input" onKeyDown={onKeyDown}>
        <DatePicker
          {...rest}
          components={PICKER_PARTS}
          format="YYYY-MM-DD"
          value={day === null ? null : dayjs(day)}
          placeholder={t.common.dayHint(f.date(today()))}
          allowClear={mayBeEmpty}
          showNow={false}
          open={isOpen}
          onOpenChange={setIsOpen}
          disabledDate={(date) => isOutside(date.format("YYYY-MM-DD"), range)}
          onBlur={settle}
          onChange={(picked) => {
            setTyped(null);
            onChange?.(picked?.format("YYYY-MM-DD") ?? null);
          }}
        />
      </span>
    </TypingContext>
  );
}

/** The picker's text box with our text in it; the picker itself is told the day in the one form that it knows. */
function TypedText({ onChange, ...rest }: InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const typing = useContext(TypingContext);
  const onType = (event: ChangeEvent<HTMLInputElement>) => {
    const text = event.target.value;
    typing?.type(text);
    onChange?.({ ...event, target: { ...event.target, value: readDay(text) ?? text } });
  };
  return <input {...rest} value={typing?.text ?? ""} onChange={onType} />;
}

function isOutside(day: string, { from, to }: DayRange): boolean {
  return (from !== undefined && day < from) || (to !== undefined && day > to);
}
