import { UndoOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import type { NearParcel } from "../api/boundaries";
import { useAsOf } from "../api/queries";
import type { ParcelDetail } from "../api/types";
import { CardSection } from "../card/properties";
import { startDrawing } from "../drawing/drawing-tasks";
import { useTexts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { openDialog } from "../parcels/parcel-dialogs";
import { parcelLabel } from "../parcels/parcel-label";
import { isStatus, STATUSES } from "../parcels/status";
import { StatusTag } from "../parcels/status-swatch";
import { useMay } from "../people/rights";
import { changeView } from "../view/view-store";
import { useLineage, useNearestParcels, useNeighbourParcels } from "./ground-queries";
import { RelatedList } from "./related-list";

/** What lies around a parcel, where it comes from, and what became of it. */
export function GroundTab({ parcel }: { parcel: ParcelDetail }) {
  const { t } = useTexts();
  const isPast = useAsOf() !== null;
  return (
    <div className="card-body">
      <Lineage parcelId={parcel.id} />
      {!isPast && (
        <>
          <CardSection title={t.drawing.neighbours}>
            <Neighbours parcel={parcel} />
          </CardSection>
          <CardSection title={t.drawing.nearest}>
            <Nearest parcelId={parcel.id} />
          </CardSection>
        </>
      )}
    </div>
  );
}

function Neighbours({ parcel }: { parcel: ParcelDetail }) {
  const { t, f } = useTexts();
  const found = useNeighbourParcels(parcel.id);
  if (found.data === undefined) return <p className="muted">{found.isError ? t.card.failed : `${t.common.loading}…`}</p>;
  if (found.data.length === 0) return <p className="muted">{parcel.isSurveyed ? t.drawing.noNeighbours : t.card.unsurveyed}</p>;
  return (
    <>
      <NearList parcels={found.data} say={({ metres }) => (metres === 0 ? t.drawing.touches : t.drawing.sharedEdge(f.number(metres, 1)))} />
      <Button size="small" onClick={() => startDrawing({ kind: "assembly", parcelIds: [parcel.id] })}>
        {t.assembly.start}
      </Button>
    </>
  );
}

function Nearest({ parcelId }: { parcelId: number }) {
  const { t, f } = useTexts();
  const [status, setStatus] = useState<string>("ready");
  const found = useNearestParcels(parcelId, status);
  return (
    <>
      <Select
        size="small"
        aria-label={t.drawing.nearestOf}
        value={status}
        onChange={setStatus}
        options={STATUSES.map((value) => ({ value, label: t.status[value] }))}
        className="near-status"
      />
      <NearList parcels={found.data ?? []} say={({ metres }) => (metres < 0.05 ? t.drawing.adjacentNow : t.drawing.distance(f.number(metres, 0)))} />
      {found.data?.length === 0 && <p className="muted">{t.assembly.none}</p>}
    </>
  );
}

function NearList({ parcels, say }: { parcels: readonly NearParcel[]; say: (parcel: NearParcel) => string }) {
  const { t } = useTexts();
  return (
    <ul className="near-list">
      {parcels.map((parcel) => (
        <li key={parcel.id}>
          <button type="button" className="near-list__row" onClick={() => goTo(parcel.id)}>
            <span className="near-list__name">{parcelLabel(parcel, t)}</span>
            {isStatus(parcel.status) && <StatusTag status={parcel.status} onHold={parcel.onHold} />}
            <span className="near-list__far numeric">{say(parcel)}</span>
            {parcel.holder !== null && <span className="muted">{parcel.holder}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Selects a parcel and brings the map to it. */
function goTo(id: number): void {
  changeView({ selected: id });
  requestCamera({ reveal: id });
}

function Lineage({ parcelId }: { parcelId: number }) {
  const { t } = useTexts();
  const may = useMay();
  const isNow = useAsOf() === null;
  const lineage = useLineage(parcelId).data;
  if (lineage === undefined || lineage.ancestors.length + lineage.descendants.length === 0) return null;
  // The nearest stand first: what made this parcel is what made the first of them its parent.
  const [parent] = lineage.ancestors;
  return (
    <CardSection title={t.drawing.lineage}>
      <RelatedList title={t.drawing.ancestors} parcels={lineage.ancestors} />
      {parent !== undefined && isNow && may("undo") && (
        <button type="button" className="text-button" onClick={() => openDialog({ kind: "undo", parcelId, changeId: parent.changeId, thenShow: parent.id })}>
          <UndoOutlined aria-hidden />
          {t.drawing.undoKind[parent.kind] ?? t.history.undo}
        </button>
      )}
      <RelatedList title={t.drawing.descendants} parcels={lineage.descendants} />
    </CardSection>
  );
}
