import { Button, Select, Skeleton } from "antd";
import { useState } from "react";
import { useStrategies } from "../api/office-queries";
import type { StrategyDetail } from "../api/office-types";
import { useTexts } from "../i18n/language-context";
import { ApproveDialog, CopyDialog, ProgressDialog, StepDialog } from "./strategy-dialogs";
import { StrategyEditor } from "./strategy-editor";
import { stateOf } from "./strategy-state";
import { StrategyView } from "./strategy-view";
import { May } from "../people/may";
import { useMay } from "../people/rights";

type Request =
  | { kind: "draft"; from: StrategyDetail | null }
  | { kind: "redraft" | "approve" | "copy" | "progress"; strategy: StrategyDetail }
  | { kind: "step"; strategy: StrategyDetail; n: number };

/** The strategy of an enterprise in all its versions, and what can be done with the one that is shown. */
export function StrategyPart({ enterpriseId }: { enterpriseId: number }) {
  const { t, f } = useTexts();
  const versions = useStrategies(enterpriseId);
  const [chosen, setChosen] = useState<number | null>(null);
  const [request, setRequest] = useState<Request | null>(null);
  if (versions.isPending) return <Skeleton active />;
  if (versions.isError) return <p className="card-empty">{t.pages.failed}</p>;
  const { items } = versions.data;
  const shown = items.find(({ id }) => id === chosen) ?? items.find((one) => stateOf(one) === "draft") ?? items.find(({ isCurrent }) => isCurrent) ?? items[0];
  return (
    <div className="strategy">
      {shown === undefined ? (
        <div className="case-none">
          <p>
            <strong>{t.strategies.none}</strong>
          </p>
          <p className="muted">{t.strategies.noneHint}</p>
          <May action="keep_strategies">
            <Button type="primary" onClick={() => setRequest({ kind: "draft", from: null })}>
              {t.strategies.draft}
            </Button>
          </May>
        </div>
      ) : (
        <>
          <div className="strategy__bar">
            <Select
              aria-label={t.strategies.version(shown.number)}
              value={shown.id}
              popupMatchSelectWidth={false}
              options={items.map((one) => ({ value: one.id, label: `${t.strategies.version(one.number)} · ${t.strategies.states[stateOf(one)] ?? ""} · ${f.date(one.approvedOn ?? one.endOn)}` }))}
              onChange={setChosen}
            />
            <Actions strategy={shown} hasDraft={items.some((one) => stateOf(one) === "draft")} onAct={setRequest} />
          </div>
          <StrategyView strategy={shown} onStep={(n) => setRequest({ kind: "step", strategy: shown, n })} />
        </>
      )}
      {request !== null && <RequestDialog enterpriseId={enterpriseId} request={withNewest(request, items)} onClose={() => setRequest(null)} />}
    </div>
  );
}

/** A conflict fetches the versions again: the open window goes on with the newest state of its own. */
function withNewest(request: Request, items: readonly StrategyDetail[]): Request {
  if (request.kind === "draft") return request;
  return { ...request, strategy: items.find(({ id }) => id === request.strategy.id) ?? request.strategy };
}

function Actions({ strategy, hasDraft, onAct }: { strategy: StrategyDetail; hasDraft: boolean; onAct: (request: Request) => void }) {
  const { t } = useTexts();
  const state = stateOf(strategy);
  const may = useMay();
  if (!may("keep_strategies") && !may("approve_strategies")) return null;
  return (
    <span className="strategy__actions">
      {state === "draft" && (
        <>
          <May action="approve_strategies">
            <Button type="primary" onClick={() => onAct({ kind: "approve", strategy })}>
              {t.strategies.approve}
            </Button>
          </May>
          <Button onClick={() => onAct({ kind: "redraft", strategy })}>{t.strategies.redraft}</Button>
        </>
      )}
      {state === "current" && (
        <Button type="primary" onClick={() => onAct({ kind: "progress", strategy })}>
          {t.strategies.progress}
        </Button>
      )}
      {state !== "draft" && !hasDraft && <Button onClick={() => onAct({ kind: "draft", from: strategy })}>{t.strategies.newVersion}</Button>}
      <Button onClick={() => onAct({ kind: "copy", strategy })}>{t.strategies.copy}</Button>
    </span>
  );
}

function RequestDialog({ enterpriseId, request, onClose }: { enterpriseId: number; request: Request; onClose: () => void }) {
  switch (request.kind) {
    case "draft":
      return <StrategyEditor enterpriseId={enterpriseId} from={request.from} draft={null} onClose={onClose} />;
    case "redraft":
      return <StrategyEditor enterpriseId={enterpriseId} from={request.strategy} draft={request.strategy} onClose={onClose} />;
    case "approve":
      return <ApproveDialog strategy={request.strategy} onClose={onClose} />;
    case "copy":
      return <CopyDialog strategy={request.strategy} onClose={onClose} />;
    case "progress":
      return <ProgressDialog strategy={request.strategy} onClose={onClose} />;
    case "step":
      return <StepDialog strategy={request.strategy} n={request.n} onClose={onClose} />;
  }
}
