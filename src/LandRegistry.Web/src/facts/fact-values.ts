import type { FactField, FactKind, FactValue, FactValues } from "../api/types";

/** What a form holds while it is filled: values as the register writes them, a day that cannot be read as it was typed. */
export type Entered = Record<string, FactValue | undefined>;

/** Fields that say where a fact was taken from; every kind has them. */
const EVIDENCE = ["source", "documentId", "note"];

export function isEvidence(field: FactField): boolean {
  return EVIDENCE.includes(field.name);
}

/** The day by which facts of the kind are put in order. */
export function dayField(kind: FactKind): FactField | undefined {
  return kind.fields.find(({ type }) => type === "day");
}

export function dayOf(kind: FactKind, values: FactValues): string | null {
  const field = dayField(kind);
  const day = field === undefined ? null : values[field.name];
  return typeof day === "string" ? day : null;
}

/** What is recorded, as a form shows it. */
export function toEntered(kind: FactKind, values: FactValues): Entered {
  return Object.fromEntries(kind.fields.map((field) => [field.name, values[field.name] ?? undefined]));
}

/** What a form holds, as the register takes it: every field of the kind, and null for what was left empty. */
export function toBody(kind: FactKind, entered: Entered): Record<string, FactValue> {
  return Object.fromEntries(kind.fields.map(({ name }) => [name, valueOf(entered[name])]));
}

function valueOf(entered: FactValue | undefined): FactValue {
  if (entered === undefined || entered === null) return null;
  if (typeof entered === "string") return entered.trim() === "" ? null : entered.trim();
  return entered;
}

/** Names of the fields in which two versions differ. */
export function differences(kind: FactKind, one: FactValues, other: FactValues): string[] {
  const text = (value: FactValue | undefined) => (value === undefined || value === null ? "" : JSON.stringify(value));
  return kind.fields.filter(({ name }) => text(one[name]) !== text(other[name])).map(({ name }) => name);
}
