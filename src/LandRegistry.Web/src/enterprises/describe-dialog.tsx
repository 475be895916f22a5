import { Checkbox, Form, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { EnterpriseDetail } from "../api/office-types";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { describeEnterprise } from "./enterprise-commands";

interface Described {
  name: string;
  creditCode?: string | null;
  industryCode?: string | null;
  scale?: string | null;
  producingSince?: Dayjs | null;
  isExempt?: boolean;
  reason: string;
}

/** Corrects what an enterprise is; a new name keeps the former one. */
export function DescribeDialog({ enterprise, onClose }: { enterprise: EnterpriseDetail; onClose: () => void }) {
  const { t } = useTexts();
  const { name, creditCode, industryCode, scale, producingSince, isExempt } = enterprise;
  return (
    <FormDialog<Described>
      title={t.enterprises.describe}
      subject={<strong>{enterprise.name}</strong>}
      initial={{ name, creditCode, industryCode, scale, isExempt, producingSince: producingSince === null ? null : dayjs(producingSince) }}
      send={(entered) =>
        describeEnterprise(enterprise, {
          name: entered.name,
          creditCode: textOf(entered.creditCode),
          industryCode: textOf(entered.industryCode),
          scale: entered.scale ?? null,
          producingSince: dayOf(entered.producingSince),
          isExempt: entered.isExempt === true,
          reason: entered.reason,
        })
      }
      onClose={onClose}
    >
      <TextField name="name" label={t.enterprises.name} maxLength={200} />
      <TextField name="creditCode" label={t.enterprises.creditCode} required={false} maxLength={18} />
      <div className="form-row">
        <div className="form-row__wide">
          <TextField name="industryCode" label={t.enterprises.industry} required={false} maxLength={20} />
        </div>
        <Form.Item name="scale" label={t.enterprises.scale} style={{ width: 200 }}>
          <Select allowClear options={Object.entries(t.enterprises.scales).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
      </div>
      <DayField name="producingSince" label={t.enterprises.producingSince} required={false} />
      <Form.Item name="isExempt" valuePropName="checked">
        <Checkbox>{t.enterprises.exemptHint}</Checkbox>
      </Form.Item>
      <LongField name="reason" label={t.enterprises.describeReason} required />
    </FormDialog>
  );
}
