import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Popconfirm } from "antd";
import { useState } from "react";
import { isWorthKeeping } from "../api/problem";
import { useTexts, type Texts } from "../i18n/language-context";
import { openDialog } from "../parcels/parcel-dialogs";
import { StatusTag } from "../parcels/status-swatch";
import { problemTitle } from "../ui/problem-alert";
import { draftOf, sendChange } from "./send-change";
import type { UnsentChange } from "./unsent-changes";
import { unsentChanges, useUnsent } from "./use-unsent";

/** Button in the header that is there as long as something is unsent, and the list behind it. */
export function UnsentTray() {
  const { t } = useTexts();
  const changes = useUnsent();
  const [isOpen, setIsOpen] = useState(false);
  const { sending, sendAll, sendOne } = useSendingFromTray();
  if (changes.length === 0 && !isOpen) return null;
  return (
    <>
      <button type="button" className="unsent-button" aria-label={t.unsent.open} onClick={() => setIsOpen(true)}>
        {t.header.unsent(changes.length)}
      </button>
      <Drawer
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t.unsent.title}
        size={400}
        mask={false}
        extra={changes.length > 1 && <Button onClick={() => void sendAll(changes)}>{t.unsent.sendAll}</Button>}
      >
        <p className="muted tray-intro">{changes.length === 0 ? t.unsent.empty : t.unsent.intro}</p>
        {!unsentChanges.isKept() && <p className="tray-problem">{t.unsent.storageFailed}</p>}
        <ul className="tray">
          {changes.map((change) => (
            <UnsentItem key={change.id} change={change} isSending={sending.has(change.id)} onSend={() => void sendOne(change)} />
          ))}
        </ul>
      </Drawer>
    </>
  );
}

function useSendingFromTray() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTexts();
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());

  const sendOne = async (change: UnsentChange) => {
    setSending((before) => new Set(before).add(change.id));
    const outcome = await sendChange(client, draftOf(change), change.id);
    setSending((before) => new Set([...before].filter((id) => id !== change.id)));
    if (outcome.kind === "done") message.success(t.unsent.sent(change.parcelLabel));
    return outcome;
  };
  // One after the other: two changes of the same parcel must meet the server in the order they were made.
  const sendAll = async (changes: readonly UnsentChange[]) => {
    for (const change of changes) {
      const outcome = await sendOne(change);
      if (outcome.kind === "kept") return;
    }
  };
  return { sending, sendOne, sendAll };
}

function UnsentItem({ change, isSending, onSend }: { change: UnsentChange; isSending: boolean; onSend: () => void }) {
  const texts = useTexts();
  const { t, f } = texts;
  const isStale = change.lastProblem?.status === 412;
  return (
    <li className="tray__item">
      <strong>{change.parcelLabel}</strong>
      <span className="tray__what">{whatOf(change, texts)}</span>
      {"reason" in change.command.body && <span>{String(change.command.body.reason ?? "")}</span>}
      <span className="muted">{t.unsent.madeAt(f.moment(change.madeAt))}</span>
      {change.lastProblem !== null && <LastProblem change={change} />}
      <span className="tray__actions">
        <Popconfirm title={t.unsent.discardConfirm} okText={t.unsent.discard} cancelText={t.common.cancel} onConfirm={() => unsentChanges.discard(change.id)}>
          <Button size="small">{t.unsent.discard}</Button>
        </Popconfirm>
        {isStale ? (
          <Button size="small" type="primary" onClick={() => openDialog({ kind: "resolve", unsentId: change.id })}>
            {t.unsent.resolve}
          </Button>
        ) : (
          <Button size="small" type="primary" loading={isSending} onClick={onSend}>
            {t.unsent.send}
          </Button>
        )}
      </span>
    </li>
  );
}

/** An outage is told as what it was at the time; what needs a decision stays a problem until it is decided. */
function LastProblem({ change }: { change: UnsentChange }) {
  const texts = useTexts();
  const { t, f } = texts;
  const { lastProblem, triedAt, madeAt } = change;
  const isOutage = lastProblem !== null && isWorthKeeping(lastProblem) && lastProblem.status !== 401;
  if (!isOutage) return <span className="tray-problem">{whyOf(change, texts)}</span>;
  return <span className="muted">{t.common.lastAttempt(f.moment(triedAt ?? madeAt), whyOf(change, texts))}</span>;
}

function whatOf({ command, fromStatus }: UnsentChange, { t, say }: Texts) {
  if (command.kind === "enter-fact") return t.facts.unsentEnter(say(command.name));
  if (command.kind === "correct-fact") return t.facts.unsentCorrect(say(command.name));
  if (command.kind === "withdraw-fact") return t.facts.unsentWithdraw(say(command.name));
  if (command.kind === "hold") return t.unsent.hold;
  if (command.kind === "release") return t.unsent.release;
  return (
    <>
      <StatusTag status={fromStatus} />
      <span aria-hidden="true">→</span>
      <StatusTag status={command.body.to} />
    </>
  );
}

function whyOf({ lastProblem }: UnsentChange, texts: Texts): string {
  const { t } = texts;
  if (lastProblem === null) return "";
  if (lastProblem.status === 412) return t.unsent.errors.stale;
  if (lastProblem.status === 401) return t.unsent.errors.signedOut;
  const title = problemTitle(lastProblem, texts);
  return lastProblem.status === 409 ? `${t.unsent.errors.refused}: ${title}` : title;
}
