import { RightOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import { useState } from "react";
import { useFacts, useLaw, useReadiness } from "../api/parcel-queries";
import { useAsOf } from "../api/queries";
import type { Fact, ReadinessAnswer, ReadinessItem, RipenessItem } from "../api/types";
import { CardSection } from "../card/properties";
import { useTexts } from "../i18n/language-context";
import { openDialog } from "../parcels/parcel-dialogs";
import { DayChoice } from "../ui/day-choice";
import { SourceLine } from "../ui/source-line";
import { StateSign, stateOf } from "../ui/state-sign";
import { nextSteps, type NextStep } from "./next-steps";
import { ReadinessMeter } from "./readiness-meter";

/** What stands between the parcel and its re-tender: item by item, with its evidence and what to do next. */
export function ReadinessTab({ parcelId }: { parcelId: number }) {
  const { t } = useTexts();
  const shown = useAsOf();
  const [day, setDay] = useState<string | null>(shown);
  const readiness = useReadiness(parcelId, day);
  const facts = useFacts(parcelId).data?.items ?? [];
  if (readiness.isError) return <p className="card-body card-empty">{t.readiness.failed}</p>;
  if (readiness.data === undefined) return <Skeleton active className="card-body" />;
  const { items, ripeness, asOf } = readiness.data;
  return (
    <div className="card-body" aria-busy={readiness.isPlaceholderData}>
      <DayChoice day={day} onChange={setDay} />
      <Verdict readiness={readiness.data} />
      <ul className="checklist">
        {items.map((item) => (
          <Item key={item.code} item={item} facts={facts} parcelId={parcelId} day={asOf} canAct={shown === null} />
        ))}
      </ul>
      <CardSection title={t.readiness.ripeTitle}>
        <p className="muted checklist__intro">{ripeness.isRipe ? t.readiness.ripe : t.readiness.notRipe}</p>
        <ul className="checklist checklist--plain">
          {ripeness.items.map((item) => (
            <RipenessLine key={item.code} item={item} parcelId={parcelId} canAct={shown === null} />
          ))}
        </ul>
      </CardSection>
    </div>
  );
}

function Verdict({ readiness }: { readiness: ReadinessAnswer }) {
  const { t } = useTexts();
  const { items, isReady } = readiness;
  const holding = items.filter(({ state }) => state === "holds").length;
  return (
    <div className={isReady ? "ready-verdict is-ready" : "ready-verdict"}>
      <strong>{isReady ? t.readiness.ready : t.readiness.notReady(holding, items.length)}</strong>
      <ReadinessMeter states={items.map(({ state }) => stateOf(state))} />
    </div>
  );
}

interface ItemProps {
  item: ReadinessItem;
  facts: readonly Fact[];
  parcelId: number;
  day: string;
  canAct: boolean;
}

function Item({ item, facts, parcelId, day, canAct }: ItemProps) {
  const { t, f, say } = useTexts();
  const steps = canAct ? nextSteps(item, facts, day) : [];
  const holds = item.state === "holds";
  return (
    <li className={`checklist__item is-${item.state}`}>
      <StateSign state={stateOf(item.state)} />
      <div>
        <strong className="checklist__name">{say(item.name)}</strong>
        {(!holds || say(item.says) !== say(item.name)) && <span className="checklist__says">{say(item.says)}</span>}
        {holds && item.since !== null && <span className="muted numeric">{t.readiness.since(f.date(item.since))}</span>}
        <SourceLine source={item.evidence} article={item.article} />
        {steps.length > 0 && (
          <span className="checklist__next">
            {steps.map((step) => (
              <NextButton key={JSON.stringify(step)} step={step} parcelId={parcelId} />
            ))}
          </span>
        )}
      </div>
    </li>
  );
}

function NextButton({ step, parcelId }: { step: NextStep; parcelId: number }) {
  const { t, say } = useTexts();
  const kind = useLaw().data?.factKinds.find(({ code }) => code === step.factKind);
  if (kind === undefined) return null;
  const { factKind, preset } = step;
  const chosen = kind.fields.find(({ name }) => name === "type")?.choices?.find(({ code }) => code === preset?.["type"]);
  const label = step.kind === "enter" ? t.readiness.record(say(chosen?.name ?? kind.name)) : t.readiness.release;
  const open = () => openDialog({ kind: "fact", parcelId, factKind, ...(step.kind === "correct" ? { factId: step.factId } : {}), ...(preset === undefined ? {} : { preset }) });
  return (
    <button type="button" className="text-button" onClick={open}>
      {label}
      <RightOutlined />
    </button>
  );
}

const RIPENESS_FACTS: Record<string, string> = { willing: "willingness", "right-clear": "title_search" };

function RipenessLine({ item, parcelId, canAct }: { item: RipenessItem; parcelId: number; canAct: boolean }) {
  const { say } = useTexts();
  const state = item.holds === null ? "unknown" : item.holds ? "holds" : "blocked";
  const factKind = RIPENESS_FACTS[item.code];
  return (
    <li className={`checklist__item is-${state}`}>
      <StateSign state={state} />
      <div>
        <span>{say(item.says)}</span>
        {canAct && state === "unknown" && factKind !== undefined && (
          <span className="checklist__next">
            <NextButton step={{ kind: "enter", factKind }} parcelId={parcelId} />
          </span>
        )}
      </div>
    </li>
  );
}
