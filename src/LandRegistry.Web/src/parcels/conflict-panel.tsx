import { Alert, Button } from "antd";
import { useState } from "react";
import { isAlreadySo, type ParcelCommand } from "../api/commands";
import { useHistory } from "../api/queries";
import type { Problem } from "../api/problem";
import type { FactValue, ParcelDetail } from "../api/types";
import { useTexts, type Texts } from "../i18n/language-context";
import { ConflictTable, type ConflictRow, type Side } from "../ui/conflict-table";
import { ProblemAlert } from "../ui/problem-alert";
import type { Draft } from "../unsent/send-change";
import { RuleSentence } from "./move-rule";
import { StatusTag } from "./status-swatch";

interface ConflictPanelProps {
  draft: Draft<ParcelCommand>;
  current: ParcelDetail;
  /** What the last attempt on the newer version met. */
  problem: Problem | null;
  isSending: boolean;
  /** Sends the change as it was resolved. */
  onResend: (command: ParcelCommand) => void;
  onDiscard: () => void;
}

type HoldSides = Readonly<Record<string, Side>>;

/** Someone was faster: what it was, what the register says now, and what the user wanted. */
export function ConflictPanel({ draft, current, problem, isSending, onResend, onDiscard }: ConflictPanelProps) {
  const texts = useTexts();
  const { t, f } = texts;
  const last = useHistory(current.id).data?.items[0];
  const { command } = draft;
  const [chosen, setChosen] = useState<HoldSides>({});
  // A second hold may still say another reason or end.
  const isDone = command.kind !== "hold" && isAlreadySo(current, command);
  const move = command.kind === "status" ? current.moves.find(({ to }) => to === command.body.to) : undefined;
  const isRefused = !isDone && move !== undefined && !move.allowed;
  return (
    <div className="conflict">
      <Alert type="warning" showIcon role="alert" title={t.conflict.title} description={t.conflict.body} />
      <p className="conflict__who">
        {last === undefined ? f.moment(current.updatedAt) : `${t.conflict.by(last.actor, f.moment(last.recordedAt))} — ${t.commands[last.command] ?? t.live.otherCommand}`}
        {last?.reason != null && `: ${last.reason}`}
      </p>
      <ConflictTable rows={rowsOf(draft, current, chosen, texts)} onSide={(name, side) => setChosen({ ...chosen, [name]: side })} />
      <p className="muted">{`${t.conflict.reason}: ${command.body.reason}`}</p>
      {isDone && <Alert type="success" showIcon title={t.conflict.already} />}
      {isRefused && <Alert type="error" showIcon title={t.conflict.cannot} description={<RuleSentence rule={move.rule} />} />}
      {problem !== null && <ProblemAlert problem={problem} title={t.mark.failedTitle} />}
      <div className="dialog-actions">
        <Button onClick={onDiscard}>{isDone ? t.common.close : t.conflict.discard}</Button>
        {!isDone && (
          <Button type="primary" loading={isSending} disabled={isRefused} onClick={() => onResend(resolved(command, current, chosen))}>
            {t.conflict.resend}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What the change was about, before, now and as wanted. Of two holds, reason and end are chosen apart. */
function rowsOf({ command, base }: Draft<ParcelCommand>, current: ParcelDetail, chosen: HoldSides, { t, f }: Texts): ConflictRow[] {
  const text = (value: FactValue | undefined) => (typeof value === "string" ? value : null);
  const tag = (status: string | null) => (status === null ? null : <StatusTag status={status} />);
  const held = (reason: string | null) => (reason === null ? t.conflict.notOnHold : reason);
  const status: ConflictRow = {
    name: "status", label: t.table.status, base: tag(text(base?.["status"])), theirs: <StatusTag status={current.status} onHold={current.onHold} />,
    mine: command.kind === "status" ? <StatusTag status={command.body.to} /> : "—", side: undefined,
  };
  const since: ConflictRow = {
    name: "since", label: t.conflict.statusSince, base: base === undefined ? null : f.date(text(base["statusSince"])), theirs: f.date(current.statusSince),
    mine: command.kind === "status" ? f.date(command.body.effectiveDate) : "—", side: undefined,
  };
  if (command.kind === "status") return [status, since];
  const isChoice = command.kind === "hold" && current.hold !== null;
  const reason: ConflictRow = {
    name: "reason", label: t.conflict.onHold, base: base === undefined ? null : held(text(base["holdReason"])), theirs: held(current.hold?.reason ?? null),
    mine: command.kind === "hold" ? command.body.reason : t.conflict.notOnHold, side: isChoice ? (chosen["reason"] ?? "mine") : undefined,
  };
  const until: ConflictRow = {
    name: "until", label: t.hold.until, base: base === undefined ? null : f.date(text(base["holdUntil"])), theirs: f.date(current.hold?.until),
    mine: command.kind === "hold" ? f.date(command.body.until) : "—", side: isChoice ? (chosen["until"] ?? "mine") : undefined,
  };
  return [status, reason, until];
}

/** The command with what was chosen of the others' hold. */
function resolved(command: ParcelCommand, { hold }: ParcelDetail, chosen: HoldSides): ParcelCommand {
  if (command.kind !== "hold" || hold === null) return command;
  const reason = chosen["reason"] === "theirs" ? hold.reason : command.body.reason;
  const until = chosen["until"] === "theirs" ? hold.until : (command.body.until ?? null);
  return { ...command, body: { reason, until } };
}
