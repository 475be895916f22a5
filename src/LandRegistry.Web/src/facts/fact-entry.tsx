import { DeleteOutlined, DownOutlined, EditOutlined, RightOutlined } from "@ant-design/icons";
import { useState, type ReactNode } from "react";
import { useAsOf } from "../api/queries";
import type { Fact, FactKind, FactValues } from "../api/types";
import { Properties, Property } from "../card/properties";
import { useTexts } from "../i18n/language-context";
import { openDialog } from "../parcels/parcel-dialogs";
import { IconButton } from "../ui/icon-button";
import { dayOf } from "./fact-values";
import { isKnown, plainLabel, printValue, summaryLine } from "./print-fact";
import { useMay } from "../people/rights";

interface FactEntryProps {
  fact: Fact;
  kind: FactKind;
  /** Instead of the kind's name. */
  title?: ReactNode;
  /** Fields that the title and what stands below it say already. */
  said?: readonly string[];
  /** Beside the title. */
  mark?: ReactNode;
  /** Further buttons before correct and withdraw. */
  tools?: ReactNode;
  children?: ReactNode;
}

/** One fact in a list: what, when, what it says; everything about it, and who recorded it, on demand. */
export function FactEntry({ fact, kind, title, said, mark, tools, children }: FactEntryProps) {
  const texts = useTexts();
  const { t, f, say } = texts;
  const [isOpen, setIsOpen] = useState(false);
  const isNow = useAsOf() === null;
  const may = useMay();
  const day = dayOf(kind, fact.fields);
  const summary = summaryLine(kind, fact.fields, texts, said);
  return (
    <li className={fact.withdrawn ? "fact is-withdrawn" : "fact"}>
      <div className="fact__head">
        <button type="button" className="fact__toggle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? <DownOutlined /> : <RightOutlined />}
          <span className="fact__name">{title ?? say(kind.name)}</span>
        </button>
        {fact.withdrawn ? <span className="plain-mark">{t.facts.withdrawn}</span> : mark}
        <span className="fact__day numeric">{day === null ? <span className="unknown">{t.facts.noDay}</span> : f.date(day)}</span>
      </div>
      <div className="fact__line">
        <span className="fact__summary">{summary}</span>
        {!fact.withdrawn && isNow && may("keep_facts") && (
          <span className="fact__tools">
            {tools}
            <IconButton label={t.facts.correct} icon={<EditOutlined />} onClick={() => openDialog({ kind: "fact", parcelId: fact.parcelId, factKind: kind.code, factId: fact.id })} />
            <IconButton label={t.facts.withdraw} icon={<DeleteOutlined />} onClick={() => openDialog({ kind: "withdraw", parcelId: fact.parcelId, factKind: kind.code, factId: fact.id })} />
          </span>
        )}
      </div>
      {children}
      {isOpen && <FactDetails fact={fact} kind={kind} />}
    </li>
  );
}

/** All that a fact says, and who recorded it. */
function FactDetails({ fact, kind }: { fact: Fact; kind: FactKind }) {
  const texts = useTexts();
  const { t, f, say } = texts;
  const values: FactValues = fact.fields;
  const shown = kind.fields.filter(({ name, type }) => type !== "reference" && isKnown(values[name]));
  return (
    <div className="fact__details">
      <Properties>
        {shown.map((field) => (
          <Property key={field.name} name={say(plainLabel(field.label))} value={<span title={exact(values[field.name], t)}>{printValue(field, values[field.name], texts)}</span>} />
        ))}
        {fact.document !== null && <Property name={t.facts.document} value={[fact.document.number, fact.document.title].filter(Boolean).join(" ") || `#${fact.document.id}`} />}
      </Properties>
      {fact.change !== null && (
        <p className="muted fact__who">
          {t.facts.recordedBy(fact.change.actor, f.moment(fact.change.recordedAt))}
          {fact.change.reason !== null && ` · ${fact.change.reason}`}
        </p>
      )}
    </div>
  );
}

/** The figure as it was entered, for whoever points at a rounded one. */
function exact(value: FactValues[string], t: { money: { exact: (value: string) => string } }): string | undefined {
  return typeof value === "number" && value >= 10_000 ? t.money.exact(value.toLocaleString("en-US", { maximumFractionDigits: 2 })) : undefined;
}
