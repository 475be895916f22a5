import { Button, Select } from "antd";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayInput } from "../ui/day-input";
import { choose } from "../view/view-store";
import { parseDay } from "../view/view-url";
import { ITEMS, type Item, type RetenderChoice } from "./retender-query";

/** "If infrastructure is done by June": which items are taken as settled, and by which day. */
export function ScenarioPanel({ choice }: { choice: RetenderChoice }) {
  const { t, f } = useTexts();
  const isOn = choice.settled.length > 0 || choice.by !== null;
  return (
    <section className={isOn ? "scenario is-on" : "scenario"} aria-label={t.retender.scenario}>
      <strong>{t.retender.scenario}</strong>
      <span>{t.retender.assume}</span>
      <Select<Item[]>
        mode="multiple"
        allowClear
        size="small"
        maxTagCount={2}
        className="kind-select"
        aria-label={t.retender.assumeItems}
        placeholder={t.retender.assumeItems}
        value={[...choice.settled]}
        options={ITEMS.map((item) => ({ value: item, label: t.retender.items[item] }))}
        onChange={(settled) => choose({ settled: settled.join(","), section: "ready" })}
      />
      <label className="labelled">
        <span>{t.retender.by}</span>
        <DayInput
          aria-label={t.retender.by}
          mayBeEmpty
          range={{ from: today() }}
          value={choice.by}
          onChange={(day) => (day === null || (parseDay(day) !== null && day >= today())) && choose({ by: day ?? "", section: "ready" })}
        />
      </label>
      {isOn && (
        <>
          <span className="scenario__says">{t.retender.scenarioSays(f.date(choice.by ?? today()))}</span>
          <Button size="small" onClick={() => choose({ settled: "", by: "" })}>
            {t.retender.endScenario}
          </Button>
        </>
      )}
    </section>
  );
}
