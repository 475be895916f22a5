import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import type { Command } from "../api/commands";
import type { Problem } from "../api/problem";
import { useTexts, type Texts } from "../i18n/language-context";
import { sendChange, type Draft, type Subject } from "../unsent/send-change";
import { unsentChanges } from "../unsent/use-unsent";
import { noteEntered } from "./parcel-dialogs";
import { isStatus } from "./status";

/** Where a dialog stands with its change. */
export type Sending<C extends Command> =
  | { step: "entering"; problem: Problem | null }
  | { step: "comparing"; draft: Draft<C>; current: Subject<C>; unsentId: string; problem: Problem | null };

/** Sends from a dialog: closes it when the change is done or kept, shows what stands in the way otherwise. */
export function useSending<C extends Command>(keptId: string | null, onClose: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const texts = useTexts();
  const [state, setState] = useState<Sending<C>>({ step: "entering", problem: null });
  const [isSending, setIsSending] = useState(false);
  const unsentId = state.step === "comparing" ? state.unsentId : keptId;

  /** Answers what stands in the way of a refused change; null when nothing is left to say. */
  const send = async (draft: Draft<C>): Promise<Problem | null> => {
    setIsSending(true);
    const outcome = await sendChange(client, draft, unsentId).finally(() => setIsSending(false));
    switch (outcome.kind) {
      case "done":
        message.success(doneText(draft, texts));
        onClose();
        return null;
      case "kept":
        message.warning(texts.t.unsent.kept);
        onClose();
        return null;
      case "stale":
        // It lies in the tray now: closing the comparison loses nothing.
        noteEntered("");
        setState({ step: "comparing", draft, current: outcome.current, unsentId: outcome.unsentId, problem: null });
        return null;
      case "refused":
        setState((before) => ({ ...before, problem: outcome.problem }));
        return outcome.problem;
    }
  };

  const discard = () => {
    if (unsentId !== null) unsentChanges.discard(unsentId);
    onClose();
  };

  return { state, isSending, send, discard };
}

function doneText({ command, parcelLabel }: Draft, { t, say }: Texts): string {
  switch (command.kind) {
    case "hold":
      return t.hold.done(parcelLabel);
    case "release":
      return t.hold.released(parcelLabel);
    case "status":
      return t.mark.done(parcelLabel, isStatus(command.body.to) ? t.status[command.body.to] : command.body.to);
    case "enter-fact":
      return t.facts.entered(say(command.name));
    case "correct-fact":
      return t.facts.corrected(say(command.name));
    case "withdraw-fact":
      return t.facts.withdrawnDone(say(command.name));
  }
}
