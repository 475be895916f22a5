import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { applyReturn, fetchReturn, type FieldReturn } from "../api/field-work";
import { ProblemError, type Problem } from "../api/problem";
import { refreshAfter } from "../events/live-changes";
import { useTexts } from "../i18n/language-context";
import type { Side } from "../ui/conflict-table";
import { SubmitProblem } from "../ui/form-dialog";
import { choose } from "../view/view-store";
import { choicesOf, conflictsFirst, isAnythingTaken, openConflicts, type Choices } from "./return-choices";
import { DrawnParcelPart } from "./drawn-parcel-part";
import { ReturnedParcelPart } from "./returned-parcel-part";

/** A package that came back against the register: what is taken, what is kept, what must be chosen. */
export function ReturnView({ id }: { id: number }) {
  const { t, f } = useTexts();
  const answer = useQuery({ queryKey: ["field-return", id], queryFn: ({ signal }) => fetchReturn(id, signal) });
  const [choices, setChoices] = useState<Choices>({});
  const returned = answer.data?.body;
  const take = (key: string, side: Side) => setChoices({ ...choices, [key]: side });
  return (
    <>
      <header className="office-head">
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => choose({ returned: "" })}>
          {t.fieldWork.back}
        </Button>
        <h2>{returned === undefined ? t.pages.field : t.fieldWork.comparison(returned.package.name)}</h2>
        {returned !== undefined && (
          <span className="muted numeric" role="status">
            {t.fieldWork.summary(f.count(returned.parcels.length), f.count(returned.unchanged), f.count(returned.conflicts))}
            {returned.drawn.length > 0 && t.fieldWork.andDrawn(f.count(returned.drawn.length))}
          </span>
        )}
      </header>
      <div className="office-body">
        {answer.isError && <p className="office-empty">{t.pages.failed}</p>}
        {returned === undefined && !answer.isError && <Skeleton active />}
        {returned !== undefined && returned.leftOut > 0 && <Alert type="warning" showIcon title={t.fieldWork.leftOut(f.count(returned.leftOut))} />}
        {returned !== undefined && conflictsFirst(returned.parcels).map((parcel) => <ReturnedParcelPart key={parcel.parcelId} parcel={parcel} choices={choices} onChoose={take} />)}
        {returned?.drawn.map((drawn) => <DrawnParcelPart key={drawn.key} drawn={drawn} choices={choices} onChoose={take} />)}
        {returned !== undefined && <ApplyPart returned={returned} etag={answer.data?.etag ?? ""} choices={choices} />}
      </div>
    </>
  );
}

function ApplyPart({ returned, etag, choices }: { returned: FieldReturn; etag: string; choices: Choices }) {
  const { t, f } = useTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const open = openConflicts(returned, choices);
  if (!isAnythingTaken(returned, choices) && open === 0) {
    return <p className="office-empty muted">{returned.changeId === null ? t.fieldWork.nothing : t.fieldWork.done(String(returned.changeId))}</p>;
  }
  const send = async () => {
    setIsSending(true);
    setProblem(null);
    try {
      await applyReturn(returned.id, etag, reason.trim(), choicesOf(returned, choices));
      refreshAfter(client, returned.parcels.map(({ parcelId }) => parcelId));
      message.success(t.fieldWork.applied);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setIsSending(false);
      await client.invalidateQueries({ queryKey: ["field-return", returned.id] });
      await client.invalidateQueries({ queryKey: ["field-packages"] });
    }
  };
  return (
    <section className="return-apply">
      <label htmlFor="return-reason">{t.fieldWork.reason}</label>
      <Input id="return-reason" value={reason} maxLength={1000} placeholder={t.pages.reasonHint} onChange={(event) => setReason(event.target.value)} />
      {open > 0 && <span className="is-warning">{t.fieldWork.openConflicts(f.count(open))}</span>}
      <Button type="primary" disabled={open > 0 || reason.trim() === ""} loading={isSending} onClick={() => void send()}>
        {t.fieldWork.apply}
      </Button>
      {problem !== null && <SubmitProblem problem={problem} />}
    </section>
  );
}
