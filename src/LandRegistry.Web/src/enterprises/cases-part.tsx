import { Button, Skeleton } from "antd";
import { parcelLabel } from "../parcels/parcel-label";
import { useTexts } from "../i18n/language-context";
import { changeView } from "../view/view-store";
import { useVisitFile } from "./visit-queries";

/** Cases of the land that the enterprise is on, open ones first; each leads to its parcel. */
export function CasesPart({ enterpriseId }: { enterpriseId: number }) {
  const { t, f, say } = useTexts();
  const file = useVisitFile(enterpriseId);
  if (file.isPending) return <Skeleton active />;
  if (file.isError) return <p className="office-empty">{t.pages.failed}</p>;
  if (file.data.cases.length === 0) return <p className="card-empty">{t.visits.noCases}</p>;
  return (
    <ul className="entries">
      {file.data.cases.map((one) => (
        <li key={one.caseId}>
          <p className="entries__head">
            <strong>{parcelLabel({ id: one.parcelId, name: one.parcelName, code: one.parcelCode }, t)}</strong>
            <Button size="small" onClick={() => changeView({ selected: one.parcelId, tab: "case" })}>
              {t.pages.openParcel}
            </Button>
          </p>
          <p>
            <span className={one.closedOn === null ? "stage-mark" : "stage-mark is-closed"}>{say(one.stageName)}</span>
            <span className="muted"> {[one.number, f.date(one.since), one.officer].filter(Boolean).join(" · ")}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
