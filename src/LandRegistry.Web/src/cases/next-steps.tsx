import { Button, Dropdown } from "antd";
import { DownOutlined } from "@ant-design/icons";
import type { CaseDetail } from "../api/office-types";
import { useTexts } from "../i18n/language-context";
import type { CaseDialogRequest } from "./case-dialog";
import { formFor, isAhead, type CaseForm } from "./case-stages";
import { RefusalText } from "./refusal-text";
import { May } from "../people/may";

interface NextStepsProps {
  file: CaseDetail;
  onAct: (request: CaseDialogRequest) => void;
}

/** The stages that may follow: each legal one as a button, each other one with what stands in its way. */
export function NextSteps({ file, onAct }: NextStepsProps) {
  const { t, pick } = useTexts();
  const allowed = file.next.filter(({ refusal }) => refusal === null);
  const refused = file.next.filter(({ refusal }) => refusal !== null);
  return (
    <section className="card-section next-steps">
      <div className="section-head">
        <h3>{t.cases.nextSteps}</h3>
        <May action="run_cases">
          <RecordMenu onAct={onAct} />
        </May>
      </div>
      <May action="run_cases">
        <div className="next-steps__allowed">
          {allowed.map((next) => (
            <Button key={next.stage} type={isAhead(file.stage, next.stage) ? "primary" : "default"} onClick={() => onAct({ kind: "move", stage: next.stage, name: next.stageName })}>
              {t.cases.moveTo(pick(next.stageName.zh, next.stageName.en))}
            </Button>
          ))}
        </div>
      </May>
      {refused.length > 0 && (
        <ul className="next-steps__refused">
          {refused.map(({ stage, stageName, refusal }) => {
            const form = refusal === null ? null : formFor(refusal.code, stage);
            return (
              <li key={stage}>
                <p className="next-steps__stage">
                  <span>{t.cases.moveTo(pick(stageName.zh, stageName.en))}</span>
                  <span className="muted">{t.cases.refused}</span>
                </p>
                {refusal !== null && <RefusalText refusal={refusal} />}
                {form !== null && (
                  <May action="run_cases">
                    <Button size="small" onClick={() => onAct({ kind: "form", form })}>
                      {titleOf(form, t.cases)}
                    </Button>
                  </May>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function RecordMenu({ onAct }: { onAct: (request: CaseDialogRequest) => void }) {
  const { t } = useTexts();
  const forms: CaseForm[] = [{ kind: "document" }, { kind: "determination" }, { kind: "plan" }, { kind: "milestone" }, { kind: "cause" }];
  return (
    <Dropdown
      trigger={["click"]}
      menu={{ items: forms.map((form) => ({ key: form.kind, label: titleOf(form, t.cases), onClick: () => onAct({ kind: "form", form }) })) }}
    >
      <Button size="small">
        {t.cases.record} <DownOutlined />
      </Button>
    </Dropdown>
  );
}

type FormTitles = Record<"addDocument" | "determine" | "draftPlan" | "addMilestone" | "addCause", string>;

/** What a form does, as a button or a title says it. */
export function titleOf(form: CaseForm, texts: FormTitles): string {
  return { document: texts.addDocument, determination: texts.determine, plan: texts.draftPlan, milestone: texts.addMilestone, cause: texts.addCause }[form.kind];
}
