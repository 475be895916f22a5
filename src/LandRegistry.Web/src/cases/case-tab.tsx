import { Button, Select, Skeleton } from "antd";
import { useState } from "react";
import { useAsOf } from "../api/queries";
import { useCase, useCasesOfParcel } from "../api/office-queries";
import { useTexts } from "../i18n/language-context";
import { CaseFile } from "./case-file";
import { OpenCaseDialog } from "./open-case-dialog";
import { useMay } from "../people/rights";

/** The parcel's cases: the open one first, or the way to open one. */
export function CaseTab({ parcelId }: { parcelId: number }) {
  const { t, f, pick } = useTexts();
  const asOf = useAsOf();
  const may = useMay();
  const cases = useCasesOfParcel(parcelId);
  const [chosen, setChosen] = useState<number | null>(null);
  const [opens, setOpens] = useState(false);
  if (cases.isPending) return <Skeleton active className="card-body" />;
  if (cases.isError) return <p className="card-body card-empty">{t.cases.failed}</p>;
  // On a past day only the cases that were open by then are there.
  const rows = cases.data.items.filter(({ openedOn }) => asOf === null || openedOn <= asOf);
  const shown = rows.find(({ id }) => id === chosen) ?? rows.find(({ closedOn }) => closedOn === null) ?? rows[0];
  const mayOpen = asOf === null && rows.every(({ closedOn }) => closedOn !== null);
  return (
    <div className="card-body case-tab">
      {rows.length > 1 && (
        <Select
          size="small"
          aria-label={t.cases.choose}
          value={shown?.id ?? null}
          options={rows.map((row) => ({
            value: row.id,
            label: `${row.number ?? t.cases.unnumbered} · ${pick(row.stageName.zh, row.stageName.en)} · ${f.date(row.openedOn)}`,
          }))}
          onChange={setChosen}
        />
      )}
      {shown === undefined && (
        <div className="case-none">
          <p>
            <strong>{t.cases.none}</strong>
          </p>
          <p className="muted">{t.cases.noneHint}</p>
        </div>
      )}
      {mayOpen && may("run_cases") && (
        <Button type={shown === undefined ? "primary" : "default"} onClick={() => setOpens(true)}>
          {t.cases.openCase}
        </Button>
      )}
      {shown !== undefined && <ShownCase key={shown.id} id={shown.id} />}
      {opens && <OpenCaseDialog parcelId={parcelId} onClose={() => setOpens(false)} />}
    </div>
  );
}

function ShownCase({ id }: { id: number }) {
  const { t } = useTexts();
  const file = useCase(id);
  if (file.data !== undefined) return <CaseFile file={file.data.body} />;
  return file.isError ? <p className="card-empty">{t.cases.failed}</p> : <Skeleton active />;
}
