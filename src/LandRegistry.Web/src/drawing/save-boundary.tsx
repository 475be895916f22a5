import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd";
import type { Problem } from "../api/problem";
import { useLandUses, useZones } from "../api/queries";
import { muToSquareMetres } from "../geometry/area";
import { useTexts } from "../i18n/language-context";
import { ProblemAlert } from "../ui/problem-alert";
import type { EnteredBoundary } from "./use-boundary-sending";

interface Entered {
  reason: string;
  accept?: boolean;
  zoneId?: number;
  code?: string;
  name?: string;
  statedMu?: number | null;
  use?: string;
}

interface SaveBoundaryProps {
  isNew: boolean;
  isSendable: boolean;
  /** Whether nothing stands in the way but what the user may insist on. */
  mayAccept: boolean;
  problem: Problem | null;
  isSending: boolean;
  onFields: (fields: { zoneId: number | null; statedAreaSquareMetres: number | null }) => void;
  onSave: (entered: EnteredBoundary) => void;
}

/** Why the boundary is so, and what a new parcel is; sends both. */
export function SaveBoundary({ isNew, isSendable, mayAccept, problem, isSending, onFields, onSave }: SaveBoundaryProps) {
  const { t } = useTexts();
  const [form] = Form.useForm<Entered>();
  const tell = () => {
    const { zoneId, statedMu } = form.getFieldsValue();
    onFields({ zoneId: zoneId ?? null, statedAreaSquareMetres: statedOf(statedMu) });
  };
  const save = (entered: Entered) => onSave({ reason: entered.reason.trim(), accept: mayAccept && entered.accept === true, parcel: isNew ? newParcelOf(entered) : null });
  return (
    <Form<Entered> form={form} layout="vertical" size="small" requiredMark={false} className="draw-save" onFinish={save} onValuesChange={tell}>
      {isNew && <NewParcelFields />}
      <Form.Item name="reason" label={t.drawing.reason} rules={[{ required: true, whitespace: true, message: t.mark.reasonRequired }]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2000} />
      </Form.Item>
      {mayAccept && (
        <Form.Item name="accept" valuePropName="checked">
          <Checkbox>{t.drawing.accept}</Checkbox>
        </Form.Item>
      )}
      {problem !== null && problem.findings.length === 0 && <ProblemAlert problem={problem} title={problem.status === 409 ? t.pages.refusedTitle : t.pages.failedTitle} />}
      {problem !== null && problem.findings.length > 0 && <p className="draw-note draw-note--bad" role="alert">{t.drawing.refused}</p>}
      <div className="draw-save__send">
        <Button type="primary" htmlType="submit" block loading={isSending} disabled={!isSendable}>
          {t.drawing.save}
        </Button>
      </div>
    </Form>
  );
}

function NewParcelFields() {
  const { t, pick } = useTexts();
  const zones = useZones().data ?? [];
  const uses = useLandUses().data ?? [];
  return (
    <>
      <Form.Item name="zoneId" label={t.card.zone} rules={[{ required: true, message: t.pages.required }]}>
        <Select showSearch optionFilterProp="label" options={zones.map((zone) => ({ value: zone.id, label: pick(zone.nameZh, zone.nameEn) }))} />
      </Form.Item>
      <Form.Item name="name" label={t.drawing.name}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="code" label={t.drawing.code} rules={[{ pattern: /^\s*\d{12}[A-Za-z]{2}\d{5}\s*$/, message: t.drawing.codeForm }]} validateTrigger="onBlur">
        <Input maxLength={19} />
      </Form.Item>
      <div className="draw-row draw-row--even">
        <Form.Item name="statedMu" label={t.drawing.statedMu}>
          <InputNumber min={0.001} max={1e9} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="use" label={t.card.use}>
          <Select allowClear showSearch optionFilterProp="label" options={uses.map((use) => ({ value: `${use.system}|${use.code}`, label: `${use.code} ${pick(use.nameZh, use.nameEn)}` }))} />
        </Form.Item>
      </div>
    </>
  );
}

function statedOf(mu: number | null | undefined): number | null {
  return mu === null || mu === undefined ? null : muToSquareMetres(mu);
}

function newParcelOf({ zoneId, code, name, statedMu, use }: Entered): EnteredBoundary["parcel"] {
  const [landUseSystem, landUseCode] = use?.split("|") ?? [];
  const textOf = (text: string | undefined) => (text === undefined || text.trim() === "" ? null : text.trim());
  return { zoneId: zoneId ?? 0, code: textOf(code), name: textOf(name), statedAreaSquareMetres: statedOf(statedMu), landUseCode: landUseCode ?? null, landUseSystem: landUseSystem ?? null };
}
