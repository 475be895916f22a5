import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useShownCounts } from "../api/queries";
import { DossierButton } from "../dossiers/dossier-button";
import { useTexts } from "../i18n/language-context";
import { MarkManyDialog } from "../marks/mark-many-dialog";
import type { MarkAction } from "../marks/mark-step";
import { currentView, useView } from "../view/view-store";
import { clearSelection, isNothing, selectByFilter, useSelection, type Selection } from "./selection-store";

/** One step takes so many parcels at most (docs/problems.md, selection-too-large). */
export const MOST_MARKED = 10_000;

const ACTIONS: readonly MarkAction[] = ["status", "hold", "release", "officer", "note"];

/** How many parcels are selected, and what can be done with all of them in one step. */
export function SelectionBar() {
  const { t, f } = useTexts();
  const { filters } = useView();
  const selection = useSelection();
  const [step, setStep] = useState<{ action: MarkAction; selection: Selection } | null>(null);
  const shown = useShownCounts(filters).data?.total.count;
  const count = selection.kind === "named" ? selection.ids.size : shown;
  const isTooMany = count !== undefined && count > MOST_MARKED;
  return (
    <>
      {!isNothing(selection) && (
        <section className="selection-bar" aria-label={t.selection.label}>
          <strong className="numeric" role="status">
            {t.selection.count(count === undefined ? "…" : f.count(count))}
          </strong>
          <span className="muted">{selection.kind === "filter" ? t.selection.byFilter : null}</span>
          {selection.kind === "named" && shown !== undefined && shown > selection.ids.size && shown <= MOST_MARKED && (
            <button type="button" className="text-button" onClick={() => selectByFilter(currentView().filters)}>
              {t.selection.takeFilter(f.count(shown))}
            </button>
          )}
          {isTooMany && <span className="selection-bar__note">{t.selection.tooMany(f.count(MOST_MARKED))}</span>}
          <span className="selection-bar__actions">
            {ACTIONS.map((action) => (
              <Button key={action} size="small" type={action === "status" ? "primary" : "default"} disabled={isTooMany} onClick={() => setStep({ action, selection })}>
                {t.marks.actions[action]}
              </Button>
            ))}
            {selection.kind === "named" && <DossierButton ids={[...selection.ids]} size="small" />}
            <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} onClick={clearSelection}>
              {t.selection.clear}
            </Button>
          </span>
        </section>
      )}
      {step !== null && <MarkManyDialog action={step.action} selection={step.selection} count={count ?? 0} onClose={() => setStep(null)} />}
    </>
  );
}
