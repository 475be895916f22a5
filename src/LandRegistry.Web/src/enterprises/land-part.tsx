import { Button } from "antd";
import { fetchParcel } from "../api/queries";
import type { EnterpriseDetail } from "../api/office-types";
import { CardSection } from "../card/properties";
import { useTexts } from "../i18n/language-context";
import { showOnMap } from "../map/camera-requests";
import { parcelLabel } from "../parcels/parcel-label";
import { StatusTag } from "../parcels/status-swatch";
import { changeView } from "../view/view-store";

/** The land an enterprise is on, and how much of it counts as whose. */
export function LandPart({ enterprise }: { enterprise: EnterpriseDetail }) {
  const { t, f, pick } = useTexts();
  const { areas, parcels } = enterprise;
  const figures = [
    [t.enterprises.owned, areas.ownedSquareMetres],
    [t.enterprises.leased, areas.leasedSquareMetres],
    [t.enterprises.shared, areas.sharedSquareMetres],
  ] as const;
  return (
    <>
      <CardSection title={t.enterprises.areas}>
        <div className="slots">
          {figures.map(([name, area]) => (
            <div key={name} className="slot">
              <span className="muted">{name}</span>
              <strong className={area === null ? "unknown" : "numeric"}>{f.muWithUnit(area)}</strong>
            </div>
          ))}
        </div>
        <p className="muted slots__note">{pick(areas.explanation.zh, areas.explanation.en)}</p>
      </CardSection>
      <CardSection title={t.enterprises.landParcels}>
        {parcels.length === 0 && <p className="card-empty">{t.enterprises.noParcels}</p>}
        <ul className="entries">
          {parcels.map((parcel) => (
            <li key={parcel.parcelId}>
              <div className="entries__head">
                <button type="button" className="text-button" onClick={() => changeView({ selected: parcel.parcelId, tab: null })}>
                  {parcelLabel({ id: parcel.parcelId, name: parcel.name, code: parcel.code }, t)}
                </button>
                <StatusTag status={parcel.status} />
              </div>
              <div className="entries__head">
                <span className="muted">
                  {[
                    parcel.roles.map((role) => t.roles[role] ?? role).join(t.common.listSeparator),
                    parcel.share === "shared" ? t.enterprises.sharedWith(parcel.users) : (t.enterprises.shares[parcel.share] ?? parcel.share),
                    f.muWithUnit(parcel.areaSquareMetres),
                    `${t.enterprises.counted} ${f.mu(parcel.countedSquareMetres)}`,
                  ].join(" · ")}
                </span>
                <Button size="small" type="link" onClick={() => void goThere(parcel.parcelId)}>
                  {t.enterprises.showOnMap}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </CardSection>
    </>
  );
}

async function goThere(parcelId: number): Promise<void> {
  changeView({ page: "map", selected: parcelId, particulars: {} });
  // Without the boundary there is nowhere to go; the card says what is wrong with the parcel.
  const parcel = await fetchParcel(parcelId).catch(() => null);
  if (parcel !== null) showOnMap(parcel.body);
}
