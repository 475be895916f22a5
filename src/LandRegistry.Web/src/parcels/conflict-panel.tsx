import { Alert, Button } from "antd";
import { isAlreadySo, type ParcelCommand } from "../api/commands";
import { useHistory } from "../api/queries";
import type { Problem } from "../api/problem";
import type { ParcelDetail } from "../api/types";
import { useTexts, type Texts } from "../i18n/language-context";
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
  onResend: () => void;
  onDiscard: () => void;
}

/** Someone was faster: the register as it stands now beside what the user wanted. */
export function ConflictPanel({ draft, current, problem, isSending, onResend, onDiscard }: ConflictPanelProps) {
  const texts = useTexts();
  const { t, f } = texts;
  const last = useHistory(current.id).data?.items[0];
  const { command } = draft;
  const isDone = isAlreadySo(current, command);
  const move = command.kind === "status" ? current.moves.find(({ to }) => to === command.body.to) : undefined;
  const isRefused = !isDone && move !== undefined && !move.allowed;
  return (
    <div className="conflict">
      <Alert type="warning" showIcon role="alert" title={t.conflict.title} description={t.conflict.body} />
      <div className="conflict__sides">
        <dl>
          <dt className="conflict__head">{t.conflict.theirs}</dt>
          <Side name={t.table.status} value={<StatusTag status={current.status} onHold={current.onHold} />} />
          <Side name={t.conflict.statusSince} value={f.date(current.statusSince)} />
          {current.hold !== null && (
            <Side name={t.conflict.onHold} value={`${current.hold.until === null ? "" : `${t.common.until(f.date(current.hold.until))}${t.common.listSeparator}`}${current.hold.reason}`} />
          )}
          <Side
            name={t.conflict.lastChange}
            value={
              <>
                {last !== undefined && <div>{t.commands[last.command] ?? t.live.otherCommand}</div>}
                {last === undefined ? f.moment(current.updatedAt) : t.conflict.by(last.actor, f.moment(last.recordedAt))}
              </>
            }
          />
          <Side name={t.conflict.lastReason} value={f.text(last?.reason)} />
          <Side name={t.conflict.version} value={current.version} />
        </dl>
        <dl className="conflict__mine">
          <dt className="conflict__head">{t.conflict.mine}</dt>
          <Side name={t.table.status} value={<Mine draft={draft} texts={texts} />} />
          <Side name={t.conflict.reason} value={command.body.reason} />
          {command.kind === "status" && <Side name={t.conflict.effective} value={f.date(command.body.effectiveDate)} />}
          {command.kind === "hold" && <Side name={t.hold.until} value={f.date(command.body.until)} />}
        </dl>
      </div>
      {isDone && <Alert type="success" showIcon title={t.conflict.already} />}
      {isRefused && <Alert type="error" showIcon title={t.conflict.cannot} description={<RuleSentence rule={move.rule} />} />}
      {problem !== null && <ProblemAlert problem={problem} title={t.mark.failedTitle} />}
      <div className="dialog-actions">
        <Button onClick={onDiscard}>{isDone ? t.common.close : t.conflict.discard}</Button>
        {!isDone && (
          <Button type="primary" loading={isSending} disabled={isRefused} onClick={onResend}>
            {t.conflict.resend}
          </Button>
        )}
      </div>
    </div>
  );
}

function Mine({ draft, texts: { t } }: { draft: Draft<ParcelCommand>; texts: Texts }) {
  if (draft.command.kind === "status") return <StatusTag status={draft.command.body.to} />;
  return <>{draft.command.kind === "hold" ? t.conflict.onHold : t.conflict.notOnHold}</>;
}

function Side({ name, value }: { name: string; value: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
