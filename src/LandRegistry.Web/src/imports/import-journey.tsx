import { Alert, Button, Skeleton, Steps } from "antd";
import { useState } from "react";
import type { Bbox } from "../api/types";
import { asBox } from "../geometry/bounds";
import { useTexts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { ProblemAlert } from "../ui/problem-alert";
import { changeView, choose } from "../view/view-store";
import { ChooseStep } from "./choose-step";
import { isWorking, useImport, useStep, type Import } from "./import-queries";
import { UndoImport } from "./undo-import";
import { ReviewStep } from "./review-step";
import { WorkProgress } from "./work-progress";

/** One import from the file to the register, step by step. */
export function ImportJourney({ id }: { id: number }) {
  const { t, f, say } = useTexts();
  const found = useImport(id);
  const step = useStep(id);
  const [isChoosing, setIsChoosing] = useState(false);
  if (found.data === undefined) return found.isError ? <p className="office-empty">{t.pages.failed}</p> : <Skeleton active />;
  const item = found.data;
  const at = isChoosing && item.phase === "judged" ? "choosing" : item.phase;
  return (
    <div className="import-journey">
      <header className="import-journey__head">
        <h3>{item.fileName}</h3>
        <span className="muted">
          {item.file !== null && `${say(item.file.format)} · ${t.imports.rows(f.count(item.counts?.rows ?? item.file.rows))} · `}
          {item.fileBytes < 1e3 ? t.imports.fewBytes(f.count(item.fileBytes)) : item.fileBytes < 1e5 ? t.imports.kilobytes(f.number(item.fileBytes / 1e3, 1)) : t.imports.bytes(f.number(item.fileBytes / 1e6, 2))} · {item.actor} · {f.moment(item.createdAt)}
        </span>
      </header>
      <Steps size="small" current={STEP_OF[at] ?? 0} items={t.imports.steps.map((title) => ({ title }))} />
      {item.fault !== null && <Alert role="alert" type={item.phase === "refused" || item.phase === "failed" ? "error" : "warning"} showIcon title={say(item.fault)} />}
      {step.problem !== null && <ProblemAlert problem={step.problem} title={t.pages.failedTitle} />}
      {isWorking(item.phase) && <Work item={item} onStop={() => void step.take("cancel", {})} />}
      {at === "choosing" && item.file !== null && (
        <ChooseStep
          item={item}
          isSending={step.isSending}
          onLook={(choices) => void step.take("look", choices)}
          onJudge={(choices) => {
            setIsChoosing(false);
            void step.take("judge", choices);
          }}
        />
      )}
      {(at === "judged" || (item.counts !== null && (at === "matching" || at === "committing"))) && (
        <ReviewStep item={item} isBusy={step.isSending || isWorking(item.phase)} take={(name, body) => void step.take(name, body)} onBack={() => setIsChoosing(true)} />
      )}
      {(at === "committed" || at === "nothing_new") && <Done item={item} />}
      {(at === "choosing" || at === "judged" || at === "failed" || at === "refused") && (
        <footer className="import-journey__foot">
          {(at === "refused" || at === "failed") && <Button onClick={() => choose({ import: "" })}>{t.imports.another}</Button>}
          <Button danger type="text" onClick={() => void step.take("cancel", {})}>
            {t.imports.giveUp}
          </Button>
        </footer>
      )}
    </div>
  );
}

const STEP_OF: Record<string, number> = { inspecting: 0, refused: 0, failed: 0, cancelled: 0, choosing: 1, judging: 2, judged: 2, matching: 2, committing: 3, committed: 3, nothing_new: 3 };

function Work({ item, onStop }: { item: Import; onStop: () => void }) {
  const { t, f, say } = useTexts();
  return (
    <WorkProgress
      title={item.stage === null ? t.imports.phases[item.phase as keyof typeof t.imports.phases] : say(item.stage)}
      share={item.done}
      startedAt={item.startedAt === null ? null : Date.parse(item.startedAt)}
      tell={(seconds) => (item.rowsDone > 0 ? [t.imports.rows(f.count(item.rowsDone)), ...(seconds > 1 ? [t.imports.speed(f.count(Math.round(item.rowsDone / seconds)))] : [])] : [])}
      onStop={onStop}
    />
  );
}

function Done({ item }: { item: Import }) {
  const { t, f } = useTexts();
  const [isUndoing, setIsUndoing] = useState(false);
  const { counts } = item;
  const refused = counts?.refused ?? 0;
  const box = asBox(item.bbox);
  return (
    <section className="import-done">
      <Alert
        type={item.isUndone || refused > 0 ? "warning" : "success"}
        showIcon
        title={item.isUndone ? t.imports.undoneTitle : item.phase !== "nothing_new" ? t.imports.committed : refused > 0 ? t.imports.nothingWritten(f.count(refused)) : t.imports.nothingNew}
        description={counts === null ? undefined : t.imports.summary(f.count(counts.rows), f.count(counts.new), f.count(counts.changed), f.count(counts.unchanged), f.count(counts.refused), f.count(counts.excluded))}
      />
      <div className="import-done__actions">
        <a href={`/api/imports/${item.id}/issues.csv`} download>
          {t.imports.report}
        </a>
        {box !== null && !item.isUndone && <Button onClick={() => goThere(box)}>{t.imports.showOnMap}</Button>}
        {item.changeId !== null && !item.isUndone && <Button onClick={() => setIsUndoing(true)}>{t.imports.undoDo}</Button>}
      </div>
      {isUndoing && item.changeId !== null && <UndoImport changeId={item.changeId} onClose={() => setIsUndoing(false)} />}
    </section>
  );
}

function goThere(box: Bbox): void {
  changeView({ page: "map", selected: null, particulars: {} });
  requestCamera({ box });
}
