import { PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Select, TreeSelect } from "antd";
import { useMemo, useState } from "react";
import { useZones } from "../api/queries";
import { useTexts, type Texts } from "../i18n/language-context";
import { useMay } from "../people/rights";
import { FormDialog, LongField, textOf } from "../ui/form-dialog";
import { OfficeTable, type OfficeColumn } from "../ui/office-table";
import { useView } from "../view/view-store";
import { zoneItems } from "../zones/zone-items";
import { ZoneSelect } from "../zones/zone-select";
import { INDUSTRY_RULES, type IndustryRule } from "./project-choice";
import { sayIndustryRule, useIndustryRules, withdrawIndustryRule, type IndustryRuleRow } from "./project-queries";

/** Which industries each zone looks for, admits or bars; what the matching of projects goes by. */
export function IndustriesView() {
  const texts = useTexts();
  const { t, pick } = texts;
  const { filters } = useView();
  const may = useMay();
  const rules = useIndustryRules();
  const zones = useZones().data;
  const names = useMemo(() => new Map((zones ?? []).map((zone) => [zone.id, pick(zone.nameZh, zone.nameEn)])), [zones, pick]);
  const [said, setSaid] = useState<IndustryRuleRow | "new" | null>(null);
  const [withdrawn, setWithdrawn] = useState<IndustryRuleRow | null>(null);
  const rows = rules.data?.items.filter(({ zoneId }) => filters.zones.length === 0 || filters.zones.includes(zoneId));
  return (
    <div className="office-body">
      <div className="retender-filters">
        <ZoneSelect />
        {may("plan_supply") && (
          <Button icon={<PlusOutlined />} onClick={() => setSaid("new")}>
            {t.projects.sayRule}
          </Button>
        )}
        <span className="muted">{t.projects.rulesSay}</span>
      </div>
      <OfficeTable
        label={t.projects.lists.industries}
        columns={columns(texts, names, may("plan_supply") ? { onSay: setSaid, onWithdraw: setWithdrawn } : null)}
        rows={rows}
        keyOf={({ id }) => id}
        empty={t.projects.rulesEmpty}
        isError={rules.isError}
      />
      {said !== null && <RuleDialog rule={said === "new" ? null : said} onClose={() => setSaid(null)} />}
      {withdrawn !== null && (
        <FormDialog<{ reason: string }>
          title={t.projects.withdrawRule}
          subject={`${names.get(withdrawn.zoneId) ?? t.common.unknown} · ${withdrawn.industryCode} · ${t.projects.rules[withdrawn.rule as IndustryRule]}`}
          send={({ reason }) => withdrawIndustryRule(withdrawn, { reason })}
          onClose={() => setWithdrawn(null)}
        >
          <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
        </FormDialog>
      )}
    </div>
  );
}

interface Acts {
  onSay: (rule: IndustryRuleRow) => void;
  onWithdraw: (rule: IndustryRuleRow) => void;
}

function columns({ t }: Texts, zones: ReadonlyMap<number, string>, acts: Acts | null): OfficeColumn<IndustryRuleRow>[] {
  const told: OfficeColumn<IndustryRuleRow>[] = [
    { key: "zone", title: t.projects.zone, width: "minmax(160px, 1.2fr)", cell: (row) => <strong className="cell-name">{zones.get(row.zoneId) ?? t.common.unknown}</strong> },
    { key: "code", title: t.projects.industry, width: "minmax(112px, 0.6fr)", cell: (row) => <span className="numeric">{row.industryCode}</span> },
    { key: "rule", title: t.projects.rule, width: "minmax(112px, 0.6fr)", cell: (row) => <span className={row.rule === "barred" ? "bad-mark" : "plain-mark"}>{t.projects.rules[row.rule as IndustryRule]}</span> },
    { key: "note", title: t.pages.note, width: "minmax(160px, 2fr)", cell: (row) => <span title={row.note ?? undefined}>{row.note}</span> },
  ];
  if (acts === null) return told;
  return [
    ...told,
    {
      key: "acts", title: "", width: "176px", cell: (row) => (
        <span className="row-acts">
          <Button size="small" onClick={() => acts.onSay(row)}>
            {t.projects.changeRule}
          </Button>
          <Button size="small" onClick={() => acts.onWithdraw(row)}>
            {t.projects.withdrawRule}
          </Button>
        </span>
      ),
    },
  ];
}

interface RuleForm {
  zoneId: number;
  industryCode: string;
  rule: IndustryRule;
  note?: string | null;
  reason: string;
}

/** Says a rule; of the same zone and code it replaces what was said. */
function RuleDialog({ rule, onClose }: { rule: IndustryRuleRow | null; onClose: () => void }) {
  const { t, pick } = useTexts();
  const zones = useZones().data;
  const tree = useMemo(() => zoneItems(zones ?? [], pick), [zones, pick]);
  const initial: Partial<RuleForm> = rule === null ? {} : { zoneId: rule.zoneId, industryCode: rule.industryCode, rule: rule.rule as IndustryRule, note: rule.note };
  return (
    <FormDialog<RuleForm> title={rule === null ? t.projects.sayRule : t.projects.changeRule} initial={initial} send={(entered) => sayIndustryRule({ ...entered, note: textOf(entered.note) })} onClose={onClose}>
      <Form.Item name="zoneId" label={t.projects.zone} rules={[{ required: true, message: t.pages.required }]}>
        <TreeSelect treeDefaultExpandAll treeData={tree} disabled={rule !== null} />
      </Form.Item>
      <Form.Item name="industryCode" label={t.projects.industry} extra={t.projects.ruleCodeHint} rules={[{ required: true, message: t.pages.required }]}>
        <Input maxLength={20} disabled={rule !== null} />
      </Form.Item>
      <Form.Item name="rule" label={t.projects.rule} rules={[{ required: true, message: t.pages.required }]}>
        <Select options={INDUSTRY_RULES.map((value) => ({ value, label: t.projects.rules[value] }))} />
      </Form.Item>
      <LongField name="note" label={t.pages.note} />
      <LongField name="reason" label={t.pages.reason} required hint={t.pages.reasonHint} />
    </FormDialog>
  );
}
