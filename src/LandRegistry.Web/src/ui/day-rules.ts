import type { FormRule } from "antd";
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
  const judge = (_: unknown, value: string | null | undefined) => {
    const fault = dayFault(value, range);
    return fault === "none" ? Promise.resolve() : Promise.reject(new Error(sentences[fault]));
  };
  return [...(required === undefined ? [] : [{ required: true, message: required }]), { validator: judge }];
}
