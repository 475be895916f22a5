import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { InputNumber, Select } from "antd";
import { get } from "../api/http";
import type { components } from "../api/schema";
import { useTexts, type Texts } from "../i18n/language-context";
import { OfficeTable, orUnknown, type OfficeColumn } from "../ui/office-table";
import { choose, useView } from "../view/view-store";

type Answer = components["schemas"]["SamePeriodAnswer"];
type Row = components["schemas"]["SamePeriodRow"];

const METRICS = ["output_yuan", "sales_yuan", "tax_yuan", "power_kwh", "jobs"] as const;
const BUCKETS = ["level", "above", "below", "not_comparable"] as const;
const USUAL_TOLERANCE = 5;

/** Enterprises in production against the same period of the year before, those that fell behind first. */
export function SamePeriodView({ selected, onOpen }: { selected: number | null; onOpen: (id: number) => void }) {
  const texts = useTexts();
  const { t, f } = texts;
  const { particulars } = useView();
  const metric = METRICS.find((one) => one === particulars.kind) ?? "output_yuan";
  const bucket = BUCKETS.find((one) => one === particulars.group) ?? "below";
  const typed = Number(particulars.within ?? NaN);
  const tolerance = Number.isFinite(typed) && typed >= 0 && typed <= 100 ? typed : USUAL_TOLERANCE;
  const query = new URLSearchParams({ metric, bucket, tolerance: String(tolerance), limit: "500" }).toString();
  const answer = useQuery({
    queryKey: ["enterprises", "same-period", query],
    queryFn: ({ signal }) => get<Answer>(`/api/enterprises/same-period?${query}`, signal),
    placeholderData: keepPreviousData,
  });
  const data = answer.data;
  return (
    <>
      <div className="retender-filters">
        <Select aria-label={t.enterprises.samePeriod.metric} value={metric} options={METRICS.map((value) => ({ value, label: t.enterprises.samePeriod.metrics[value] }))} onChange={(kind) => choose({ kind })} />
        <label className="labelled">
          <span>{t.enterprises.samePeriod.tolerance}</span>
          <InputNumber min={0} max={100} value={tolerance} onChange={(next) => choose({ within: next === null ? "" : String(next) }, "replace")} />
        </label>
        {data !== undefined && (
          <span className="muted">
            {t.enterprises.samePeriod.says(f.date(data.from), f.date(data.to), f.date(data.beforeFrom), f.date(data.beforeTo))} {f.count(data.inProduction)}
          </span>
        )}
      </div>
      <div className="figure-cards" role="tablist">
        {BUCKETS.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={one === bucket} className="figure-card" onClick={() => choose({ group: one })}>
            <span className="figure-card__name">{t.enterprises.samePeriod[one]}</span>
            <span className="figure-card__value numeric">{f.count(data?.buckets.find((tally) => tally.bucket === one)?.count ?? 0)}</span>
          </button>
        ))}
      </div>
      <OfficeTable
        label={t.enterprises.samePeriod[bucket]}
        columns={columns(texts, metric.endsWith("_yuan"))}
        rows={data?.items}
        keyOf={({ enterpriseId }) => enterpriseId}
        empty={t.enterprises.samePeriod.empty}
        isError={answer.isError}
        selected={selected}
        onOpen={({ enterpriseId }) => onOpen(enterpriseId)}
      />
    </>
  );
}

function columns({ t, f, say }: Texts, isMoney: boolean): OfficeColumn<Row>[] {
  const print = (value: number | null) => orUnknown(isMoney ? f.yuan(value) : f.number(value, 0), t.common.unknown);
  return [
    { key: "name", title: t.enterprises.name, width: "minmax(160px, 2fr)", cell: (row) => <strong className="cell-name">{row.enterpriseName}</strong> },
    { key: "state", title: t.enterprises.state, width: "minmax(80px, 0.6fr)", cell: (row) => orUnknown(row.operatingStateName === null ? null : say(row.operatingStateName), t.common.unknown) },
    { key: "now", title: t.enterprises.samePeriod.now, width: "112px", isNumber: true, cell: (row) => print(row.now) },
    { key: "before", title: t.enterprises.samePeriod.before, width: "112px", isNumber: true, cell: (row) => print(row.before) },
    { key: "change", title: t.enterprises.samePeriod.change, width: "88px", isNumber: true, cell: (row) => orUnknown(f.percent(row.change), t.common.unknown) },
  ];
}
