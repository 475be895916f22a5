import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { ProblemError, type Problem } from "../api/problem";
import { forgetOwnChange, refreshAfter, rememberOwnChange } from "../events/live-changes";
import { useTexts } from "../i18n/language-context";

interface Submission {
  /** The parcel that the change is about, where it is about one. */
  parcelId?: number | undefined;
  onDone: () => void;
}

/**
 * Sends a change from a form. What was entered stays in the form until the register has it; a record that was
 * changed by someone else meanwhile is fetched again, so that the next attempt stands on what the user then sees.
 */
export function useSubmit({ parcelId, onDone }: Submission) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTexts();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);

  const submit = async (send: () => Promise<unknown>) => {
    setIsSending(true);
    setProblem(null);
    if (parcelId !== undefined) rememberOwnChange(parcelId);
    try {
      await send();
      refreshAfter(client, parcelId === undefined ? [] : [parcelId]);
      message.success(t.pages.done);
      onDone();
    } catch (error) {
      if (parcelId !== undefined) forgetOwnChange(parcelId);
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
      if (error.problem.status === 412) refreshAfter(client, parcelId === undefined ? [] : [parcelId]);
    } finally {
      setIsSending(false);
    }
  };
  return { problem, isSending, submit };
}
