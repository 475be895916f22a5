import { Alert, Button } from "antd";
import { useState } from "react";
import type { FactCommand } from "../api/commands";
import type { Problem } from "../api/problem";
import type { Fact, FactKind, FactValues } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { ConflictTable, type ConflictRow } from "../ui/conflict-table";
import { ProblemAlert } from "../ui/problem-alert";
import type { Draft } from "../unsent/send-change";
import { firstSides, mergedValues, type Sides } from "./fact-merge";
import { plainLabel, printValue } from "./print-fact";

interface FactConflictProps {
  kind: FactKind;
  draft: Draft<FactCommand>;
  current: Fact;
  /** What the last attempt on the newer version met. */
  problem: Problem | null;
  isSending: boolean;
  /** Sends the change as it was resolved. */
  onResend: (command: FactCommand) => void;
  onDiscard: () => void;
}

/** Someone was faster: what the fact was, what it is now and what the user wanted, field by field, to choose from. */
export function FactConflict({ kind, draft, current, problem, isSending, onResend, onDiscard }: FactConflictProps) {
  const texts = useTexts();
  const { t, f, say } = texts;
  const { command, base } = draft;
  const mine: FactValues | null = command.kind === "withdraw-fact" ? null : command.body;
  const theirs = current.fields as FactValues;
  const [chosen, setChosen] = useState<Sides>({});
  const sides: Sides = mine === null ? {} : { ...firstSides(kind, base, theirs, mine), ...chosen };
  const names = Object.keys(sides);
  const isDone = mine === null ? current.withdrawn : names.length === 0;
  const isGone = current.withdrawn && !isDone;
  const resolved = mine === null ? command : resolve(command, mergedValues(theirs, mine, sides));
  const { change } = current;
  const rows = kind.fields
    .filter(({ name }) => names.includes(name))
    .map((field): ConflictRow => ({
      name: field.name,
      label: say(plainLabel(field.label)),
      base: base === undefined ? null : printValue(field, base[field.name], texts),
      theirs: printValue(field, theirs[field.name], texts),
      mine: printValue(field, mine?.[field.name], texts),
      side: sides[field.name] ?? null,
    }));
  return (
    <div className="conflict">
      <Alert type="warning" showIcon role="alert" title={t.facts.conflictTitle} description={t.conflict.body} />
      {change !== null && (
        <p className="conflict__who">
          {t.conflict.by(change.actor, f.moment(change.recordedAt))}
          {change.reason !== null && ` — ${change.reason}`}
        </p>
      )}
      {rows.length > 0 && <ConflictTable rows={rows} onSide={(name, side) => setChosen({ ...chosen, [name]: side })} />}
      {mine === null && !isDone && <p>{t.facts.withdraw}</p>}
      {"reason" in command.body && <p className="muted">{`${t.conflict.reason}: ${String(command.body.reason ?? "")}`}</p>}
      {isDone && <Alert type="success" showIcon title={t.conflict.already} />}
      {isGone && <Alert type="error" showIcon title={t.facts.goneMeanwhile} />}
      {resolved === null && <p className="conflict__open">{t.conflict.choose}</p>}
      {problem !== null && <ProblemAlert problem={problem} title={t.mark.failedTitle} />}
      <div className="dialog-actions">
        <Button onClick={onDiscard}>{isDone ? t.common.close : t.conflict.discard}</Button>
        {!isDone && (
          <Button type="primary" loading={isSending} disabled={isGone || resolved === null} onClick={() => resolved !== null && onResend(resolved)}>
            {t.conflict.resend}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The command with the values as chosen; null while a choice is open. */
function resolve(command: FactCommand, values: FactValues | null): FactCommand | null {
  if (values === null || command.kind === "withdraw-fact") return values === null ? null : command;
  return command.kind === "correct-fact" ? { ...command, body: { ...values, reason: command.body.reason } } : { ...command, body: values };
}
