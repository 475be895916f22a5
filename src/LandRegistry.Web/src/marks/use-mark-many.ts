import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { doStep, previewStep, type MarkPreview, type MarkResult, type Step } from "../api/marks";
import { ProblemError, type Problem } from "../api/problem";
import { expectOwn, refreshAfter } from "../events/live-changes";
import { useTexts } from "../i18n/language-context";

/** A step that was looked at, not yet done. */
export interface Previewed {
  step: Step;
  preview: MarkPreview;
  /** Names the set that was looked at. */
  seen: string;
  /** Somebody changed the set between the look and the step: this is what it is now. */
  hasChanged: boolean;
}

/** Looks at a step, then does it. What was entered stays, whatever the register answers. */
export function useMarkMany(onDone: (result: MarkResult) => void) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTexts();
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const attempt = async (work: () => Promise<void>, onProblem: (problem: Problem) => Promise<void> | void = setProblem) => {
    setIsBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      await onProblem(error.problem);
    } finally {
      setIsBusy(false);
    }
  };
  const look = async (step: Step, hasChanged: boolean) => {
    const { body, etag } = await previewStep(step);
    setPreviewed({ step, preview: body, seen: etag ?? "", hasChanged });
  };
  const preview = (step: Step) => attempt(() => look(step, false));
  const confirm = ({ step, seen }: Previewed) =>
    attempt(
      async () => {
        const stop = expectOwn("MarkParcels");
        const result = await doStep(step, seen, true).finally(stop);
        refreshAfter(client, "all");
        if (result.changeId === null) message.info(t.marks.nothingNew);
        onDone(result);
      },
      (met) => (met.status === 412 ? attempt(() => look(step, true)) : setProblem(met)),
    );
  return { previewed, problem, isBusy, preview, confirm, back: () => setPreviewed(null) };
}
