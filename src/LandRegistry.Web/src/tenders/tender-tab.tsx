import { Button, Select, Skeleton } from "antd";
import { useState } from "react";
import { useAsOf } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { useTendersOfParcel } from "./tender-commands";
import { PlanTenderDialog } from "./tender-dialogs";
import { TenderFile } from "./tender-file";
import { useMay } from "../people/rights";

/** The parcel's tenders: the open one first, or the way to plan one. */
export function TenderTab({ parcelId }: { parcelId: number }) {
  const { t, f, say } = useTexts();
  const asOf = useAsOf();
  const may = useMay();
  const tenders = useTendersOfParcel(parcelId);
  const [chosen, setChosen] = useState<number | null>(null);
  const [plans, setPlans] = useState(false);
  if (tenders.isPending) return <Skeleton active className="card-body" />;
  if (tenders.isError) return <p className="card-body card-empty">{t.pages.failed}</p>;
  const rows = tenders.data.items.filter(({ plannedOn }) => asOf === null || plannedOn <= asOf);
  const shown = rows.find(({ id }) => id === chosen) ?? rows[0];
  const mayPlan = asOf === null && rows.every(({ endedOn }) => endedOn !== null);
  return (
    <div className="card-body case-tab">
      {rows.length > 1 && (
        <Select
          size="small"
          aria-label={t.tenders.choose}
          value={shown?.id ?? null}
          options={rows.map((row) => ({ value: row.id, label: `${t.tenders.round(row.round)} · ${say(row.methodName)} · ${say(row.stageName)} · ${f.date(row.plannedOn)}` }))}
          onChange={setChosen}
        />
      )}
      {shown === undefined && (
        <div className="case-none">
          <p>
            <strong>{t.tenders.none}</strong>
          </p>
          <p className="muted">{t.tenders.noneHint}</p>
        </div>
      )}
      {mayPlan && may("plan_supply") && (
        <Button type={shown === undefined ? "primary" : "default"} onClick={() => setPlans(true)}>
          {shown === undefined ? t.tenders.plan : t.tenders.planAgain}
        </Button>
      )}
      {shown !== undefined && <TenderFile key={shown.id} tender={shown} mayAct={asOf === null && may("plan_supply")} />}
      {plans && <PlanTenderDialog parcelId={parcelId} onClose={() => setPlans(false)} />}
    </div>
  );
}
