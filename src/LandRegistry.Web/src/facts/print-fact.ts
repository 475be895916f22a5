import type { FactField, FactKind, FactValue, FactValues, Text } from "../api/types";
import type { Texts } from "../i18n/language-context";
import { isEvidence } from "./fact-values";

/** Fields worth a line in a list: the first so many that say something. */
const MOST_IN_LINE = 3;

/** The unit that a field is entered in, by the end of its name. */
export function unitOf({ name }: Pick<FactField, "name">): "yuan" | "squareMetres" | "percent" | "metres" | "share" | null {
  if (name.endsWith("Yuan")) return "yuan";
  if (name.endsWith("SquareMetres")) return "squareMetres";
  if (name.endsWith("Percent")) return "percent";
  if (name.endsWith("Metres")) return "metres";
  return /^(buildingDensity|greenRatio)/.test(name) ? "share" : null;
}

/** A label without its unit, for places where the value carries one of its own. */
export function plainLabel(label: Text): Text {
  return {
    zh: label.zh.replace(/（[^）]*）$/, ""),
    en: label.en.replace(/, (yuan( per mu)?|m²|m|%|years|0 to 1)$/, ""),
  };
}

/** A value of a fact in words. */
export function printValue(field: FactField, value: FactValue | undefined, { t, f, say }: Texts): string {
  if (value === null || value === undefined || value === "") return t.common.unknown;
  const named = (code: string) => {
    const choice = field.choices?.find((candidate) => candidate.code === code);
    return choice === undefined ? code : say(choice.name);
  };
  if (typeof value === "number") return printNumber(field, value, t, f);
  if (typeof value !== "string") return value.length === 0 ? t.common.unknown : value.map(named).join(t.common.listSeparator);
  if (field.type === "day") return f.date(value);
  return field.type === "code" ? named(value) : value;
}

function printNumber(field: FactField, value: number, t: Texts["t"], f: Texts["f"]): string {
  switch (unitOf(field)) {
    case "yuan":
      return f.yuan(value);
    case "squareMetres":
      return f.muWithUnit(value);
    case "percent":
      return f.percent(value / 100);
    case "metres":
      return t.card.metres(f.number(value));
    case "share":
      return f.percent(value);
    case null:
      return f.number(value, 6);
  }
}

/** What a fact says besides its day, in one line: codes by their names, the rest with its label. `said` names fields that stand elsewhere. */
export function summaryLine(kind: FactKind, values: FactValues, texts: Texts, said: readonly string[] = []): string {
  const known = kind.fields.filter((field) => field.type !== "day" && field.type !== "reference" && !isEvidence(field) && !said.includes(field.name) && isKnown(values[field.name]));
  return known
    .slice(0, MOST_IN_LINE)
    .map((field) => (isOwnName(field) ? printValue(field, values[field.name], texts) : `${texts.say(plainLabel(field.label))} ${printValue(field, values[field.name], texts)}`))
    .join(" · ");
}

/** Fields whose value says by itself what it is. */
function isOwnName({ type, name }: FactField): boolean {
  return type === "code" || type === "codes" || type === "longText" || ["holder", "party", "inspector", "title", "number"].includes(name);
}

export function isKnown(value: FactValue | undefined): boolean {
  return value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}
