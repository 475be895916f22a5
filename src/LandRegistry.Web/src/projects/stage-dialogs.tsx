import { Form, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField } from "../ui/form-dialog";
import { STAGES, type Stage } from "./project-choice";
import { moveProject, reviewProject, type ProjectDetail } from "./project-queries";
import { NumberField } from "./site-dialogs";

const WAN = 1e4;

interface Moved {
  to: Stage;
  on: Dayjs;
  agreed?: number | null;
  arrived?: number | null;
  reason: string;
}

/** Takes a project to another stage, with its money where that changed too. */
export function MoveProjectDialog({ project, onClose }: { project: ProjectDetail; onClose: () => void }) {
  const { t } = useTexts();
  const yuan = (wan: number | null | undefined) => (wan === null || wan === undefined ? null : Math.round(wan * WAN * 100) / 100);
  const others = STAGES.filter((stage) => stage !== project.stage);
  const next = others.find((stage) => STAGES.indexOf(stage) > STAGES.findIndex((one) => one === project.stage)) ?? "talks";
  return (
    <FormDialog<Moved>
      title={t.projects.moveStage}
      subject={<strong>{project.name}</strong>}
      initial={{ to: next, on: dayjs(today()) }}
      send={({ to, on, agreed, arrived, reason }) => moveProject(project, { to, on: dayOf(on), agreedYuan: yuan(agreed), arrivedYuan: yuan(arrived), reason })}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item name="to" label={t.projects.moveTo} className="form-row__wide">
          <Select options={others.map((value) => ({ value, label: t.projects.stages[value] }))} />
        </Form.Item>
        <DayField name="on" label={t.pages.date} />
      </div>
      <div className="form-row">
        <NumberField name="agreed" label={t.projects.agreedWan} />
        <NumberField name="arrived" label={t.projects.arrivedWan} />
      </div>
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

interface Reviewed {
  on: Dayjs;
  reason: string;
}

/** Says that the entry was looked at and still holds. */
export function ReviewDialog({ project, onClose }: { project: ProjectDetail; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <FormDialog<Reviewed>
      title={t.projects.review}
      subject={<strong>{project.name}</strong>}
      initial={{ on: dayjs(today()) }}
      send={({ on, reason }) => reviewProject(project, { on: dayOf(on), reason })}
      onClose={onClose}
    >
      <DayField name="on" label={t.pages.date} />
      <LongField name="reason" label={t.projects.reviewReason} required hint={t.projects.reviewHint} />
    </FormDialog>
  );
}
