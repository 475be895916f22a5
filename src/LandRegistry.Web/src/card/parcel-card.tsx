import { AimOutlined, CloseOutlined, DownOutlined, LinkOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Skeleton } from "antd";
import { ProblemError } from "../api/problem";
import { useParcel } from "../api/queries";
import type { ParcelDetail } from "../api/types";
import { DossierButton } from "../dossiers/dossier-button";
import { startDrawing, useDrawingTask, type DrawingTask } from "../drawing/drawing-tasks";
import { useLineage } from "../ground/ground-queries";
import { RelatedList } from "../ground/related-list";
import { useTexts } from "../i18n/language-context";
import { showOnMap } from "../map/camera-requests";
import { EditingNote } from "../presence/editing-note";
import { openDialog } from "../parcels/parcel-dialogs";
import { StatusTag } from "../parcels/status-swatch";
import { IconButton } from "../ui/icon-button";
import { changeView, useView } from "../view/view-store";
import { CardPages } from "./card-pages";
import { May } from "../people/may";

/** Everything the register knows about the selected parcel. */
export function ParcelCard({ id }: { id: number }) {
  const { t } = useTexts();
  const parcel = useParcel(id);
  return (
    <aside className="parcel-card" aria-label={t.card.label}>
      {parcel.data !== undefined ? <LoadedCard parcel={parcel.data.body} /> : parcel.isError ? <MissingCard id={id} error={parcel.error} /> : <WaitingCard />}
    </aside>
  );
}

function close(): void {
  changeView({ selected: null, tab: null });
}

function LoadedCard({ parcel }: { parcel: ParcelDetail }) {
  const { t, f } = useTexts();
  const { asOf } = useView();
  return (
    <>
      <CardHead parcel={parcel} />
      {asOf === null && <EditingNote parcelId={parcel.id} />}
      {asOf === null && <CardActions parcel={parcel} />}
      {parcel.hold !== null && (
        <p className="hold-note">
          <strong>{t.card.onHold}</strong>
          {parcel.hold.until !== null && <span>{t.common.until(f.date(parcel.hold.until))}</span>}
          <span>{parcel.hold.reason}</span>
        </p>
      )}
      <CardPages parcel={parcel} />
    </>
  );
}

function CardHead({ parcel }: { parcel: ParcelDetail }) {
  const { t, f } = useTexts();
  const { message } = App.useApp();
  // The clipboard is there only on secure pages; elsewhere the address bar holds the same link.
  const copyLink = () => void navigator.clipboard?.writeText(location.href).then(() => message.success(t.card.linkCopied), () => undefined);
  return (
    <header className="parcel-card__head">
      <div className="parcel-card__bar">
        <StatusTag status={parcel.status} onHold={parcel.onHold} />
        <span className="parcel-card__tools">
          <IconButton label={t.card.zoomTo} icon={<AimOutlined />} onClick={() => showOnMap(parcel)} />
          {isSecureContext && <IconButton label={t.card.copyLink} icon={<LinkOutlined />} onClick={copyLink} />}
          <IconButton label={t.common.close} icon={<CloseOutlined />} onClick={close} />
        </span>
      </div>
      <h2>{parcel.name ?? <span className="unknown">{t.card.noName}</span>}</h2>
      <p className="parcel-card__code numeric">
        <span>{parcel.code ?? t.card.noCode}</span>
        <span>{t.card.since(f.date(parcel.statusSince))}</span>
      </p>
    </header>
  );
}

function CardActions({ parcel }: { parcel: ParcelDetail }) {
  const { t } = useTexts();
  return (
    <div className="parcel-card__actions">
      <May action="mark">
        <Button type="primary" onClick={() => openDialog({ kind: "status", parcelId: parcel.id })}>
          {t.card.mark}
        </Button>
        <Button onClick={() => openDialog({ kind: parcel.onHold ? "release" : "hold", parcelId: parcel.id })}>
          {parcel.onHold ? t.card.release : t.card.hold}
        </Button>
      </May>
      <May action="draw">
        <BoundaryMenu parcel={parcel} />
      </May>
      <DossierButton ids={[parcel.id]} />
    </div>
  );
}

/** What can be done with the parcel's ground; while something is drawn nothing else begins. */
function BoundaryMenu({ parcel }: { parcel: ParcelDetail }) {
  const { t } = useTexts();
  const isBusy = useDrawingTask() !== null;
  const begin = (task: DrawingTask) => {
    showOnMap(parcel);
    startDrawing(task);
  };
  const items = [
    { key: "boundary", label: parcel.isSurveyed ? t.drawing.titles.boundary : t.drawing.titles.first, onClick: () => begin({ kind: "boundary", parcelId: parcel.id }) },
    { key: "split", label: t.drawing.titles.split, disabled: !parcel.isSurveyed, onClick: () => begin({ kind: "split", parcelId: parcel.id }) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={isBusy}>
      <Button>
        {t.drawing.menu} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

function WaitingCard() {
  return (
    <div className="parcel-card__head" aria-busy="true">
      <Skeleton active paragraph={{ rows: 10 }} />
    </div>
  );
}

function MissingCard({ id, error }: { id: number; error: Error }) {
  const { t } = useTexts();
  const isUnknown = error instanceof ProblemError && error.problem.status === 404;
  return (
    <div className="parcel-card__head">
      {isUnknown ? <NotHere id={id} /> : <h2>{t.card.failed}</h2>}
      <Button onClick={close}>{t.common.close}</Button>
    </div>
  );
}

/** A parcel that was split or merged is no wrong link: what became of it stands there. */
function NotHere({ id }: { id: number }) {
  const { t } = useTexts();
  const lineage = useLineage(id);
  if (lineage.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  const descendants = lineage.data?.descendants ?? [];
  const hasEnded = descendants.length > 0;
  return (
    <>
      <h2>{hasEnded ? t.card.ended(String(id)) : t.card.notFound(String(id))}</h2>
      <p className="muted">{hasEnded ? t.card.endedHint : t.card.notFoundHint}</p>
      <RelatedList title={t.drawing.descendants} parcels={descendants} />
    </>
  );
}
