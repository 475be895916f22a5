import { Alert, Button } from "antd";
import type { FactCommand } from "../api/commands";
import type { Problem } from "../api/problem";
import type { Fact, FactKind, FactValues } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { ProblemAlert } from "../ui/problem-alert";
import type { Draft } from "../unsent/send-change";
import { differences } from "./fact-values";
import { plainLabel, printValue } from "./print-fact";

interface FactConflictProps {
  kind: FactKind;
  draft: Draft<FactCommand>;
  current: Fact;
  /** What the last attempt on the newer version met. */
  problem: Problem | null;
  isSending: boolean;
  onResend: () => void;
  onDiscard: () => void;
}

/** Someone was faster: the fact as it stands now beside what the user wanted, where the two differ. */
export function FactConflict({ kind, draft, current, problem, isSending, onResend, onDiscard }: FactConflictProps) {
  const texts = useTexts();
  const { t, f, say } = texts;
  const { command } = draft;
  const mine: FactValues | null = command.kind === "withdraw-fact" ? null : command.body;
  const names = mine === null ? [] : differences(kind, current.fields, mine);
  const isDone = mine === null ? current.withdrawn : names.length === 0;
  const isGone = current.withdrawn && !isDone;
  const fields = kind.fields.filter(({ name }) => names.includes(name));
  const change = current.change;
  return (
    <div className="conflict">
      <Alert type="warning" showIcon role="alert" title={t.facts.conflictTitle} description={t.conflict.body} />
      <div className="conflict__sides">
        <dl>
          <dt className="conflict__head">{t.conflict.theirs}</dt>
          {change !== null && <Side name={t.conflict.lastChange} value={t.conflict.by(change.actor, f.moment(change.recordedAt))} />}
          {change !== null && <Side name={t.conflict.reason} value={f.text(change.reason)} />}
          {current.withdrawn && <Side name={t.table.status} value={t.facts.withdrawn} />}
          {fields.map((field) => (
            <Side key={field.name} name={say(plainLabel(field.label))} value={printValue(field, (current.fields as FactValues)[field.name], texts)} />
          ))}
        </dl>
        <dl className="conflict__mine">
          <dt className="conflict__head">{t.conflict.mine}</dt>
          {"reason" in command.body && <Side name={t.conflict.reason} value={String(command.body.reason ?? "")} />}
          {mine === null && <Side name={t.table.status} value={t.facts.withdraw} />}
          {fields.map((field) => (
            <Side key={field.name} name={say(plainLabel(field.label))} value={printValue(field, mine?.[field.name], texts)} />
          ))}
        </dl>
      </div>
      {isDone && <Alert type="success" showIcon title={t.conflict.already} />}
      {isGone && <Alert type="error" showIcon title={t.facts.goneMeanwhile} />}
      {problem !== null && <ProblemAlert problem={problem} title={t.mark.failedTitle} />}
      <div className="dialog-actions">
        <Button onClick={onDiscard}>{isDone ? t.common.close : t.conflict.discard}</Button>
        {!isDone && (
          <Button type="primary" loading={isSending} disabled={isGone} onClick={onResend}>
            {t.conflict.resend}
          </Button>
        )}
      </div>
    </div>
  );
}

function Side({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
