import { Form, InputNumber } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { today } from "../i18n/format";
import { useTexts, type Texts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField } from "../ui/form-dialog";
import { shortlistSite, stepSite, type Courtship, type MatchedSite } from "./project-queries";

const WAN = 1e4;

interface Shortlisted {
  on: Dayjs;
  reason: string;
}

/** Puts a site on the project's shortlist. */
export function ShortlistDialog({ projectId, site, name, onClose }: { projectId: number; site: MatchedSite["site"]; name: string; onClose: () => void }) {
  const { t } = useTexts();
  const send = ({ on, reason }: Shortlisted) =>
    shortlistSite(projectId, { parcelId: site.floorId === null ? site.parcelId : null, floorId: site.floorId, on: dayOf(on), reason });
  return (
    <FormDialog<Shortlisted> title={t.projects.shortlistTitle(name)} initial={{ on: dayjs(today()) }} send={send} onClose={onClose}>
      <DayField name="on" label={t.pages.date} />
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

interface Stepped {
  on: Dayjs;
  offer?: number | null;
  tenderId?: number | null;
  strategyId?: number | null;
  reason: string;
}

/** Takes a step between a project and a site. */
export function StepDialog({ courtship, to, name, onClose }: { courtship: Courtship; to: keyof Texts["t"]["projects"]["steps"]; name: string; onClose: () => void }) {
  const { t } = useTexts();
  const send = ({ on, offer, tenderId, strategyId, reason }: Stepped) =>
    stepSite(courtship, {
      to,
      on: dayOf(on),
      offerYuan: offer === null || offer === undefined ? null : Math.round(offer * WAN * 100) / 100,
      tenderId: tenderId ?? null,
      strategyId: strategyId ?? null,
      reason,
    });
  return (
    <FormDialog<Stepped> title={t.projects.stepTitle(t.projects.steps[to], name)} initial={{ on: dayjs(today()) }} send={send} onClose={onClose}>
      <DayField name="on" label={t.pages.date} />
      {(to === "offered" || to === "won") && <NumberField name="offer" label={t.projects.offer} />}
      {to === "won" && (
        <div className="form-row">
          {courtship.site.floorId === null && <NumberField name="tenderId" label={t.projects.tenderId} precision={0} />}
          <NumberField name="strategyId" label={t.projects.strategyId} precision={0} />
        </div>
      )}
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

export function NumberField({ name, label, precision }: { name: string | string[]; label: string; precision?: number }) {
  return (
    <Form.Item name={name} label={label}>
      <InputNumber min={0} {...(precision === undefined ? {} : { precision })} style={{ width: "100%" }} />
    </Form.Item>
  );
}
