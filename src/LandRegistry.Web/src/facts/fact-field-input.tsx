import { Form, Input, InputNumber, Radio, Select } from "antd";
import { useFacts, useLaw } from "../api/parcel-queries";
import type { Fact, FactField } from "../api/types";
import { printCitation } from "../i18n/citation";
import { dayFault, UP_TO_TODAY } from "../i18n/day-text";
import { useTexts, type Texts } from "../i18n/language-context";
import { DayInput } from "../ui/day-input";
import { EnterpriseChoice } from "./enterprise-choice";
import { unitOf } from "./print-fact";

/** Up to so many choices stand side by side; more go into a list. */
const MOST_SIDE_BY_SIDE = 3;

/** One field of a fact on its form, made from what the law's table says about it. */
export function FactFieldItem({ field, parcelId }: { field: FactField; parcelId: number }) {
  const texts = useTexts();
  const { t, say } = texts;
  const value = Form.useWatch<unknown>(field.name);
  const label = say(field.label);
  return (
    <Form.Item
      name={field.name}
      label={label}
      required={field.required}
      className={isWide(field) ? "fact-form__wide" : ""}
      extra={typeof value === "number" ? otherUnit(field, value, texts) : undefined}
      rules={[
        { required: field.required, message: t.facts.required(label) },
        { validator: (_, entered: unknown) => check(field, entered, texts) },
      ]}
    >
      <FieldInput field={field} parcelId={parcelId} />
    </Form.Item>
  );
}

interface FieldInputProps {
  field: FactField;
  parcelId: number;
  /** Handed in by the form. */
  id?: string;
}

function FieldInput({ field, parcelId, ...given }: FieldInputProps) {
  const { say } = useTexts();
  const choices = (field.choices ?? []).map(({ code, name }) => ({ value: code, label: say(name) }));
  switch (field.type) {
    case "day":
      return <DayInput {...given} range={rangeOf(field)} mayBeEmpty={!field.required} style={{ width: "100%" }} />;
    case "number":
    case "whole":
      return <InputNumber<number> {...given} className="fact-form__number" controls={false} formatter={(value) => grouped(value)} {...precision(field)} />;
    case "longText":
      return <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />;
    case "code":
      return choices.length <= MOST_SIDE_BY_SIDE ? <Radio.Group {...given} options={choices} /> : <Select {...given} allowClear={!field.required} options={choices} listHeight={320} />;
    case "codes":
      return <CauseChoice {...given} field={field} />;
    case "reference":
      return field.name === "enterpriseId" ? <EnterpriseChoice {...given} parcelId={parcelId} /> : <FactChoice {...given} field={field} parcelId={parcelId} />;
    default:
      return <Input {...given} maxLength={200} />;
  }
}

/** Several codes; causes stand by the side that answers for them, each with its article. */
function CauseChoice({ field, ...given }: { field: FactField; id?: string }) {
  const { t, say, language } = useTexts();
  const causes = useLaw().data?.causes ?? [];
  const option = ({ code, name }: { code: string; name: { zh: string; en: string } }) => {
    const article = causes.find((cause) => cause.code === code)?.article;
    return { value: code, label: say(name), title: article === undefined ? "" : printCitation(article, language) };
  };
  const sides = [...new Set(causes.map(({ side }) => side))];
  const options = sides.map((side) => ({
    label: t.idleCauses[side] ?? side,
    options: (field.choices ?? []).filter(({ code }) => causes.find((cause) => cause.code === code)?.side === side).map(option),
  }));
  return <Select {...given} mode="multiple" options={options} optionFilterProp="label" listHeight={320} />;
}

/** A paper or a visit recorded about the same parcel. */
function FactChoice({ field, parcelId, ...given }: FieldInputProps) {
  const texts = useTexts();
  const { t } = texts;
  const kind = field.name === "inspectionId" ? "inspection" : "document";
  const facts = (useFacts(parcelId).data?.items ?? []).filter((fact) => fact.kind === kind && !fact.withdrawn);
  const options = facts.map((fact) => ({ value: fact.id, label: nameOf(fact, texts) }));
  return <Select {...given} allowClear showSearch optionFilterProp="label" options={options} notFoundContent={kind === "document" ? t.facts.noDocuments : t.facts.noInspections} />;
}

function nameOf({ fields, id }: Fact, { f }: Texts): string {
  const words = [fields.number, fields.title, fields.inspector].filter((word) => typeof word === "string" && word !== "");
  const day = fields.issuedOn ?? fields.onDay;
  return [...words, ...(day === null || day === undefined ? [] : [f.date(day)]), `#${id}`].join(" · ");
}

function isWide(field: FactField): boolean {
  return field.type === "longText" || field.type === "codes" || (field.type === "code" && (field.choices ?? []).length <= MOST_SIDE_BY_SIDE);
}

function precision({ type }: FactField): { precision?: number } {
  return type === "whole" ? { precision: 0 } : {};
}

/** Thousands stand apart while a figure is typed. */
function grouped(value: number | string | undefined): string {
  const [whole = "", ...fraction] = String(value ?? "").split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

/** Long figures are read in the larger unit that officers speak in. */
function otherUnit(field: FactField, value: number, { t, f }: Texts): string | undefined {
  switch (unitOf(field)) {
    case "yuan":
      return value >= 10_000 ? t.facts.same(f.yuan(value)) : undefined;
    case "squareMetres":
      return t.facts.same([f.muWithUnit(value), f.hectaresWithUnit(value)].join(t.common.listSeparator));
    default:
      return undefined;
  }
}

function rangeOf(field: FactField) {
  return field.mayBeFuture ? {} : UP_TO_TODAY();
}

function check(field: FactField, entered: unknown, { t, f }: Texts): Promise<void> {
  if (typeof entered === "number" && ((field.least !== null && entered < field.least) || (field.most !== null && entered > field.most))) {
    return Promise.reject(new Error(t.facts.outOfRange(f.number(field.least, 6), f.number(field.most, 6))));
  }
  if (field.type !== "day" || typeof entered !== "string") return Promise.resolve();
  const fault = dayFault(entered, rangeOf(field));
  return fault === "none" ? Promise.resolve() : Promise.reject(new Error(fault === "unreadable" ? t.common.notADay : t.facts.inFuture));
}
