import { Form, InputNumber, Select } from "antd";
import { useTexts } from "../i18n/language-context";
import { TextField } from "../ui/form-dialog";

/** Who is to take the land over, and how far that is. */
export function InvestorFields() {
  const { t } = useTexts();
  return (
    <div className="form-row">
      <div className="form-row__wide">
        <TextField name="investor" label={t.strategies.investor} required={false} maxLength={200} />
      </div>
      <Form.Item name="investorStage" label={t.strategies.investorStage} style={{ width: 160 }}>
        <Select allowClear options={Object.entries(t.strategies.investorStages).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
    </div>
  );
}

/** Target or result, in the units that officers write. */
export function FigureFields({ title, name }: { title: string; name: string }) {
  const { t } = useTexts();
  const fields = [
    ["areaMu", t.strategies.area],
    ["investment", t.strategies.investment],
    ["tax", t.strategies.tax],
    ["jobs", t.strategies.jobs],
  ] as const;
  return (
    <fieldset className="form-set">
      <legend>{title}</legend>
      <div className="form-quarters">
        {fields.map(([field, label]) => (
          <Form.Item key={field} name={[name, field]} label={label}>
            <InputNumber min={0} {...(field === "jobs" ? { precision: 0 } : {})} style={{ width: "100%" }} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  );
}
