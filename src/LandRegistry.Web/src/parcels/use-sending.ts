import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import type { Problem } from "../api/problem";
import type { ParcelDetail } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { onCurrent, sendChange, type Draft } from "../unsent/send-change";
import { unsentChanges } from "../unsent/use-unsent";
import { isStatus } from "./status";

/** Where a dialog stands with its change. */
export type Sending =
  | { step: "entering"; problem: Problem | null }
  | { step: "comparing"; draft: Draft; current: ParcelDetail; unsentId: string; problem: Problem | null };

/** Sends from a dialog: closes it when the change is done or kept, shows what stands in the way otherwise. */
export function useSending(keptId: string | null, onClose: () => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTexts();
  const [state, setState] = useState<Sending>({ step: "entering", problem: null });
  const [isSending, setIsSending] = useState(false);
  const unsentId = state.step === "comparing" ? state.unsentId : keptId;

  const send = async (draft: Draft) => {
    setIsSending(true);
    const outcome = await sendChange(client, draft, unsentId).finally(() => setIsSending(false));
    switch (outcome.kind) {
      case "done":
        message.success(doneText(draft));
        return onClose();
      case "kept":
        message.warning(t.unsent.kept);
        return onClose();
      case "stale":
        return setState({ step: "comparing", draft, current: outcome.current, unsentId: outcome.unsentId, problem: null });
      case "refused":
        return setState((before) => ({ ...before, problem: outcome.problem }));
    }
  };

  const doneText = ({ command, parcelLabel }: Draft) => {
    if (command.kind === "hold") return t.hold.done(parcelLabel);
    if (command.kind === "release") return t.hold.released(parcelLabel);
    return t.mark.done(parcelLabel, isStatus(command.body.to) ? t.status[command.body.to] : command.body.to);
  };

  const resend = () => {
    if (state.step === "comparing") void send(onCurrent(state.draft, state.current));
  };

  const discard = () => {
    if (unsentId !== null) unsentChanges.discard(unsentId);
    onClose();
  };

  return { state, isSending, send, resend, discard };
}
