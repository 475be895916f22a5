import { Form, InputNumber, Radio, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { markIndicator, moveTender, planTender, type Tender } from "./tender-commands";

const WAN = 1e4;
const METHODS = ["listing", "auction", "tender"] as const;
const INDICATORS = ["investment_per_mu", "output_per_mu", "tax_per_mu", "floor_area_ratio", "rd_share", "energy_per_output"] as const;

/** Money as officers write it, in 10,000 yuan, as the server keeps it, in yuan. */
function yuanOf(wan: number | null | undefined): number | null {
  return wan === null || wan === undefined ? null : Math.round(wan * WAN * 100) / 100;
}

interface Planned {
  method: string;
  number?: string;
  plannedOn: Dayjs;
  opensOn?: Dayjs | null;
  closesOn?: Dayjs | null;
  starting?: number | null;
  reserve?: number | null;
  deposit?: number | null;
  reason: string;
}

export function PlanTenderDialog({ parcelId, onClose }: { parcelId: number; onClose: () => void }) {
  const { t } = useTexts();
  const submit = ({ method, number, plannedOn, opensOn, closesOn, starting, reserve, deposit, reason }: Planned) =>
    planTender(parcelId, {
      method,
      number: textOf(number),
      plannedOn: dayOf(plannedOn),
      opensOn: dayOf(opensOn),
      closesOn: dayOf(closesOn),
      startingPriceYuan: yuanOf(starting),
      reservePriceYuan: yuanOf(reserve),
      depositYuan: yuanOf(deposit),
      reason,
    });
  // The law's 20 days of announcement and 10 of listing, were it announced today.
  const days = { opensOn: dayjs(today()).add(21, "day"), closesOn: dayjs(today()).add(32, "day") };
  return (
    <FormDialog<Planned> title={t.tenders.plan} parcelId={parcelId} width={600} initial={{ method: "listing", plannedOn: dayjs(today()), ...days }} send={submit} onClose={onClose}>
      <Form.Item name="method" label={t.tenders.method}>
        <Radio.Group options={METHODS.map((value) => ({ value, label: t.tenders.methods[value] }))} />
      </Form.Item>
      <div className="form-row">
        <div className="form-row__wide">
          <TextField name="number" label={t.tenders.number} required={false} />
        </div>
        <DayField name="plannedOn" label={t.tenders.plannedOn} />
      </div>
      <div className="form-row">
        <DayField name="opensOn" label={t.tenders.opensOn} mayBeFuture />
        <DayField name="closesOn" label={t.tenders.closesOn} mayBeFuture />
      </div>
      <div className="form-row">
        <MoneyField name="starting" label={t.tenders.starting} />
        <MoneyField name="reserve" label={t.tenders.reserve} />
        <MoneyField name="deposit" label={t.tenders.deposit} />
      </div>
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

interface Moved {
  on: Dayjs;
  bidders?: number | null;
  winner?: string;
  price?: number | null;
  contractNumber?: string;
  commencement?: Dayjs | null;
  completion?: Dayjs | null;
  reason: string;
}

export function MoveTenderDialog({ tender, stage, name, onClose }: { tender: Tender; stage: string; name: string; onClose: () => void }) {
  const { t } = useTexts();
  const submit = ({ on, bidders, winner, price, contractNumber, commencement, completion, reason }: Moved) =>
    moveTender(tender, {
      to: stage,
      on: dayOf(on),
      bidders: bidders ?? null,
      winner: textOf(winner),
      priceYuan: yuanOf(price),
      contractNumber: textOf(contractNumber),
      agreedCommencementOn: dayOf(commencement),
      agreedCompletionOn: dayOf(completion),
      reason,
    });
  return (
    <FormDialog<Moved> title={t.tenders.moveTitle(name)} parcelId={tender.parcelId} initial={{ on: dayjs(today()) }} send={submit} onClose={onClose}>
      <DayField name="on" label={t.pages.date} />
      {stage === "closed" && (
        <Form.Item name="bidders" label={t.tenders.bidders} rules={[{ required: true, message: t.pages.required }]}>
          <InputNumber min={0} precision={0} style={{ width: "100%" }} />
        </Form.Item>
      )}
      {stage === "awarded" && (
        <div className="form-row">
          <div className="form-row__wide">
            <TextField name="winner" label={t.tenders.winner} maxLength={200} />
          </div>
          <MoneyField name="price" label={t.tenders.price} isRequired />
        </div>
      )}
      {stage === "contracted" && (
        <>
          <TextField name="contractNumber" label={t.tenders.contractNumber} />
          <div className="form-row">
            <DayField name="commencement" label={t.tenders.commencement} required={false} mayBeFuture />
            <DayField name="completion" label={t.tenders.completion} required={false} mayBeFuture />
          </div>
        </>
      )}
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

interface Marked {
  code: string;
  promised?: number | null;
  found?: number | null;
  reason: string;
}

export function IndicatorDialog({ tender, onClose }: { tender: Tender; onClose: () => void }) {
  const { t } = useTexts();
  const submit = ({ code, promised, found, reason }: Marked) => markIndicator(tender, { code, promised: promised ?? null, found: found ?? null, reason });
  return (
    <FormDialog<Marked> title={t.tenders.markIndicator} parcelId={tender.parcelId} initial={{ code: "investment_per_mu" }} send={submit} onClose={onClose}>
      <Form.Item name="code" label={t.tenders.indicator}>
        <Select options={INDICATORS.map((value) => ({ value, label: t.tenders.indicators[value] }))} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="promised" label={t.tenders.promised}>
          <InputNumber min={0} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="found" label={t.tenders.found}>
          <InputNumber min={0} style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}

function MoneyField({ name, label, isRequired = false }: { name: string; label: string; isRequired?: boolean }) {
  const { t } = useTexts();
  return (
    <Form.Item name={name} label={label} rules={isRequired ? [{ required: true, message: t.pages.required }] : []}>
      <InputNumber min={0} style={{ width: "100%" }} />
    </Form.Item>
  );
}
