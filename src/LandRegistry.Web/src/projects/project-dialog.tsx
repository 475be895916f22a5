import { Checkbox, Form, Select } from "antd";
import { useLandUses } from "../api/queries";
import { squareMetresToMu } from "../geometry/area";
import { useTexts } from "../i18n/language-context";
import { FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { CLASSES, LEVELS, STAGES } from "./project-choice";
import { requestOf, type ProjectForm } from "./project-form";
import { describeProject, enterProject, type ProjectDetail } from "./project-queries";
import { NumberField } from "./site-dialogs";

const WAN = 1e4;

/** Enters a project, or tells it anew as a whole. */
export function ProjectDialog({ project, onClose }: { project: ProjectDetail | null; onClose: () => void }) {
  const { t } = useTexts();
  const send = (entered: ProjectForm) => (project === null ? enterProject({ ...requestOf(entered), stage: entered.stage ?? "lead" }) : describeProject(project, requestOf(entered)));
  return (
    <FormDialog<ProjectForm> title={project === null ? t.projects.enter : t.projects.describe} width={760} initial={project === null ? { takes: ["land"], stage: "lead" } : initialOf(project)} send={send} onClose={onClose}>
      <TextField name="name" label={t.projects.name} maxLength={200} />
      <TextField name="investor" label={t.projects.investor} maxLength={200} />
      <div className="form-row">
        <div className="form-row__wide">
          <TextField name="product" label={t.projects.product} required={false} maxLength={200} />
        </div>
        <div className="form-row__wide">
          <TextField name="capacity" label={t.projects.capacity} required={false} maxLength={200} />
        </div>
        <TextField name="industryCode" label={t.projects.industry} required={false} maxLength={5} hint={t.projects.industryHint} />
      </div>
      <div className="form-row">
        {project === null && <ChoiceField name="stage" label={t.projects.stage} options={STAGES.map((value) => ({ value, label: t.projects.stages[value] }))} />}
        <ChoiceField name="level" label={t.projects.level} options={LEVELS.map((value) => ({ value, label: t.projects.levels[value] }))} />
        <ChoiceField name="classes" label={t.projects.classes} isMany options={CLASSES.map((value) => ({ value, label: t.projects.classNames[value] }))} />
      </div>
      <div className="form-row">
        <NumberField name="agreed" label={t.projects.agreedWan} />
        <NumberField name="arrived" label={t.projects.arrivedWan} />
        <TextField name="officer" label={t.projects.officer} required={false} maxLength={200} />
      </div>
      <NeedsFields />
      <LongField name="note" label={t.pages.note} />
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

function NeedsFields() {
  const { t, pick } = useTexts();
  const uses = useLandUses().data ?? [];
  const takes = Form.useWatch<string[] | undefined>("takes") ?? [];
  return (
    <fieldset className="needs-fields">
      <legend>{t.projects.needs}</legend>
      <Form.Item name="takes" label={t.projects.takes} rules={[{ required: true, message: t.projects.takesNothing }]}>
        <Checkbox.Group
          options={[
            { value: "land", label: t.projects.takesLand },
            { value: "floor", label: t.projects.takesFloor },
          ]}
        />
      </Form.Item>
      {takes.includes("land") && (
        <>
          <div className="form-row">
            <NumberField name="areaMin" label={t.projects.areaMin} />
            <NumberField name="areaMax" label={t.projects.areaMax} />
            <ChoiceField name="uses" label={t.projects.uses} isMany options={uses.map((use) => ({ value: use.code, label: `${use.code} ${pick(use.nameZh, use.nameEn)}` }))} />
          </div>
          <div className="form-row">
            <NumberField name="price" label={t.projects.price} />
            <NumberField name="investment" label={t.projects.investment} />
          </div>
        </>
      )}
      {takes.includes("floor") && (
        <div className="form-row">
          <NumberField name="floorMin" label={t.projects.floorMin} />
          <NumberField name="floorMax" label={t.projects.floorMax} />
          <NumberField name="rent" label={t.projects.rent} />
          <NumberField name="height" label={t.projects.height} />
          <NumberField name="load" label={t.projects.load} />
        </div>
      )}
      <div className="form-row">
        <NumberField name="power" label={t.projects.power} />
        <NumberField name="road" label={t.projects.road} />
        <NumberField name="substation" label={t.projects.substation} />
      </div>
      <TextField name="limits" label={t.projects.limits} required={false} maxLength={2000} />
    </fieldset>
  );
}

function ChoiceField({ name, label, options, isMany = false }: { name: string; label: string; options: { value: string; label: string }[]; isMany?: boolean }) {
  return (
    <Form.Item name={name} label={label} className="form-row__wide">
      <Select allowClear optionFilterProp="label" {...(isMany ? { mode: "multiple" as const, maxTagCount: 2 } : {})} options={options} />
    </Form.Item>
  );
}

function initialOf({ needs, ...project }: ProjectDetail): Partial<ProjectForm> {
  const [wan, mu] = [(yuan: number | null | undefined) => (yuan === null || yuan === undefined ? null : yuan / WAN), (area: number | null | undefined) => (area === null || area === undefined ? null : Number(squareMetresToMu(area).toFixed(4)))];
  return {
    name: project.name,
    investor: project.investor,
    product: textOf(project.product),
    capacity: textOf(project.capacity),
    industryCode: project.industryCode,
    level: project.level,
    classes: project.classes.map(({ code }) => code),
    agreed: wan(project.agreedYuan),
    arrived: wan(project.arrivedYuan),
    officer: project.officer,
    note: project.note,
    takes: [...(needs.takesLand ? ["land"] : []), ...(needs.takesFloor ? ["floor"] : [])],
    areaMin: mu(needs.areaMinSquareMetres),
    areaMax: mu(needs.areaMaxSquareMetres),
    floorMin: needs.floorAreaMinSquareMetres ?? null,
    floorMax: needs.floorAreaMaxSquareMetres ?? null,
    uses: needs.landUseCodes ?? [],
    power: needs.powerKva ?? null,
    road: needs.roadMetresMax ?? null,
    substation: needs.substationMetresMax ?? null,
    price: wan(needs.pricePerMuMaxYuan),
    investment: wan(needs.investmentPerMuYuan),
    rent: needs.rentMaxYuan ?? null,
    height: needs.heightMinMetres ?? null,
    load: needs.loadMinTonnes ?? null,
    limits: needs.industryLimits ?? null,
  };
}
