import { Button, Checkbox, Form, InputNumber, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import type { EnterpriseDetail, Metric } from "../api/office-types";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { DayField, dayOf, FormDialog, LongField, TextField, textOf } from "../ui/form-dialog";
import { addMetric } from "./enterprise-commands";
import { metricTable, yearOf } from "./metric-table";
import { May } from "../people/may";

/** Figures of the enterprise by period; an estimate says so. */
export function FiguresPart({ enterprise }: { enterprise: EnterpriseDetail }) {
  const { t, f, pick } = useTexts();
  const [adds, setAdds] = useState(false);
  const { periods, rows } = metricTable(enterprise.metrics);
  const labels = new Map(enterprise.metrics.map((metric) => [metric.name, pick(metric.label.zh, metric.label.en)]));
  return (
    <>
      <div className="section-head">
        <h3>{t.enterprises.parts["figures"]}</h3>
        <May action="keep_enterprises">
          <Button size="small" onClick={() => setAdds(true)}>
            {t.enterprises.addFigure}
          </Button>
        </May>
      </div>
      {rows.length === 0 ? (
        <p className="card-empty">{t.enterprises.noFigures}</p>
      ) : (
        <div className="wide-table">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t.enterprises.figure}</th>
                {periods.map((period) => (
                  <th key={period.to + period.from} scope="col">
                    {yearOf(period) !== null ? t.enterprises.year(yearOf(period) ?? "") : t.enterprises.period(f.date(period.from), f.date(period.to))}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, cells }) => (
                <tr key={name}>
                  <th scope="row">{t.enterprises.metrics[name] ?? labels.get(name) ?? name}</th>
                  {cells.map((cell, index) => (
                    <td key={`${name}/${index}`} className={cell === null ? "unknown" : "numeric"} title={cell?.source}>
                      {cell === null ? t.common.unknown : <Amount metric={cell} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adds && <MetricDialog enterprise={enterprise} onClose={() => setAdds(false)} />}
    </>
  );
}

function Amount({ metric }: { metric: Metric }) {
  const { t, f } = useTexts();
  return (
    <>
      {f.number(metric.amount)}
      {metric.isEstimated && <span className="estimate-mark">{t.enterprises.estimated}</span>}
    </>
  );
}

interface Entered {
  name: string;
  from: Dayjs;
  to: Dayjs;
  amount: number;
  isEstimated?: boolean;
  source: string;
  note?: string;
}

function MetricDialog({ enterprise, onClose }: { enterprise: EnterpriseDetail; onClose: () => void }) {
  const { t } = useTexts();
  const lastYear = dayjs(today()).subtract(1, "year");
  return (
    <FormDialog<Entered>
      title={t.enterprises.addFigure}
      subject={<strong>{enterprise.name}</strong>}
      initial={{ from: lastYear.startOf("year"), to: lastYear.endOf("year"), isEstimated: false }}
      send={({ name, from, to, amount, isEstimated, source, note }) =>
        addMetric(enterprise, { name, from: dayOf(from), to: dayOf(to), amount, isEstimated: isEstimated === true, source, note: textOf(note) })
      }
      onClose={onClose}
    >
      <Form.Item name="name" label={t.enterprises.figure} rules={[{ required: true, message: t.pages.required }]}>
        <Select options={Object.entries(t.enterprises.metrics).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <div className="form-row">
        <DayField name="from" label={t.enterprises.from} />
        <DayField name="to" label={t.enterprises.to} mayBeFuture />
        <Form.Item name="amount" label={t.enterprises.amount} className="form-row__wide" rules={[{ required: true, message: t.pages.required }]}>
          <InputNumber style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <Form.Item name="isEstimated" valuePropName="checked">
        <Checkbox>{t.enterprises.isEstimated}</Checkbox>
      </Form.Item>
      <TextField name="source" label={t.enterprises.source} hint={t.enterprises.sourceHint} maxLength={200} />
      <LongField name="note" label={t.pages.note} />
    </FormDialog>
  );
}
