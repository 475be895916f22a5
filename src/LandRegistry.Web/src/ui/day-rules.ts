import type { FormRule } from "antd";
import { isDayjs } from "dayjs";
import { dayFault, type DayFault, type DayRange } from "../i18n/day-text";
import type { Texts } from "../i18n/language-context";

interface DayWording {
  /** Said when the field is empty; without it the field may be. */
  required?: string;
  tooEarly?: string;
  tooLate?: string;
}

/** The rules of a form's field with a DayInput: what cannot be read or is not allowed is said, never replaced. */
export function dayRules({ t, f }: Texts, range: DayRange, { required, tooEarly, tooLate }: DayWording = {}): FormRule[] {
  const sentences: Record<Exclude<DayFault, "none">, string> = {
    unreadable: t.common.notADay,
    tooEarly: tooEarly ?? t.common.dayTooEarly(f.date(range.from)),
    tooLate: tooLate ?? t.common.dayTooLate(f.date(range.to)),
  };
  const judge = (_: unknown, value: unknown) => {
    const fault = dayFault(textOfDay(value), range);
    return fault === "none" ? Promise.resolve() : Promise.reject(new Error(sentences[fault]));
  };
  return [...(required === undefined ? [] : [{ required: true, message: required }]), { validator: judge }];
}

/** The content of a day field as text: forms keep a day as their own type where one can be read, and the raw text else. */
export function textOfDay(value: unknown): string | null {
  if (isDayjs(value)) return value.format("YYYY-MM-DD");
  return typeof value === "string" ? value : null;
}
