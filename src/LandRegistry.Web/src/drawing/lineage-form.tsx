import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { flushSync } from "react-dom";
import type { LineageResult } from "../api/boundaries";
import { ProblemError, type Problem } from "../api/problem";
import { expectOwn, refreshAfter } from "../events/live-changes";
import { useTexts } from "../i18n/language-context";
import { SubmitProblem } from "../ui/form-dialog";
import { changeView } from "../view/view-store";
import { startDrawing } from "./drawing-tasks";

/** The parts that would come of a split or merge, largest first. */
export function PartList({ areas }: { areas: readonly number[] }) {
  const { t, f } = useTexts();
  return (
    <ol className="draw-parts" aria-label={t.drawing.parts}>
      {areas.map((area, nth) => (
        <li key={nth}>
          <span className={`draw-part draw-part--${nth % 4}`} />
          <span className="numeric">
            {f.muWithUnit(area)} · {f.hectaresWithUnit(area)}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface LineageFormProps {
  note: string;
  submitLabel: string;
  /** Name of the command, by which its events are told from others'. */
  command: "SplitParcel" | "MergeParcels";
  parents: readonly number[];
  isSendable: boolean;
  send: (reason: string) => Promise<LineageResult>;
}

/** Why parcels are split or merged; sends it, and selects what came of it. */
export function LineageForm({ note, submitLabel, command, parents, isSendable, send }: LineageFormProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTexts();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const submit = async ({ reason }: { reason: string }) => {
    setIsSending(true);
    setProblem(null);
    // The parents are gone as soon as it is done: nobody asks for them again.
    const isAnswered = expectOwn(command);
    try {
      const result = await send(reason.trim());
      // What asks about the parents leaves the screen before anything is asked anew.
      flushSync(() => {
        startDrawing(null);
        changeView({ selected: result.parcels[0]?.id ?? null });
      });
      refreshAfter(client, result.parcels.map(({ id }) => id));
      message.success(t.drawing.descended(result.parcels.length, result.changeId));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
      if (error.problem.status === 412) refreshAfter(client, parents);
    } finally {
      isAnswered();
      setIsSending(false);
    }
  };
  return (
    <Form<{ reason: string }> layout="vertical" size="small" requiredMark={false} className="draw-save" onFinish={(entered) => void submit(entered)}>
      <p className="muted">{note}</p>
      <Form.Item name="reason" label={t.drawing.reason} rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2000} />
      </Form.Item>
      {problem !== null && <SubmitProblem problem={problem} />}
      <div className="draw-save__send">
        <Button type="primary" htmlType="submit" block loading={isSending} disabled={!isSendable}>
          {submitLabel}
        </Button>
      </div>
    </Form>
  );
}
