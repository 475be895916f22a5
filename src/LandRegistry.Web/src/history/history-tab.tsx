import { AuditOutlined, UndoOutlined } from "@ant-design/icons";
import { Skeleton } from "antd";
import { useAsOf, useHistory } from "../api/queries";
import type { HistoryItem } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { openDialog } from "../parcels/parcel-dialogs";
import { FieldChanges } from "./field-changes";
import { RecordChanges } from "./record-changes";
import { useMay } from "../people/rights";
import { May } from "../people/may";
import { changeView } from "../view/view-store";

/** What happened to the parcel and to what is recorded about it, newest first: who, when, why, before and after. */
export function HistoryTab({ parcelId }: { parcelId: number }) {
  const { t } = useTexts();
  const history = useHistory(parcelId);
  const isNow = useAsOf() === null;
  if (history.isPending) return <Skeleton active className="card-body" />;
  if (history.isError) return <p className="card-body card-empty">{t.history.failed}</p>;
  return (
    <>
      <May action="read_audit">
        <p className="card-body history-trail">
          <button type="button" className="text-button" onClick={() => changeView({ page: "admin", particulars: { section: "audit", of: String(parcelId) } })}>
            <AuditOutlined />
            {t.history.trail}
          </button>
        </p>
      </May>
      {history.data.items.length === 0 && <p className="card-body card-empty">{t.history.none}</p>}
      <ol className="timeline card-body">
        {history.data.items.map((item) => (
          <TimelineItem key={item.changeId} item={item} parcelId={parcelId} canUndo={isNow} />
        ))}
      </ol>
    </>
  );
}

function TimelineItem({ item, parcelId, canUndo }: { item: HistoryItem; parcelId: number; canUndo: boolean }) {
  const may = useMay();
  const { t, f } = useTexts();
  const { changeId, command, recordedAt, actor, effectiveDate, reason, undoneBy, undoes } = item;
  return (
    <li className={undoneBy === null ? undefined : "is-undone"}>
      <p className="timeline__head">
        <strong>{t.commands[command] ?? command}</strong>
        <span className="muted numeric">{f.moment(recordedAt)}</span>
      </p>
      <p className="timeline__who">
        {actor}
        <span className="muted">
          {effectiveDate !== null && ` · ${t.history.effective(f.date(effectiveDate))}`} · {t.history.number(changeId)}
        </span>
        {undoneBy !== null && <span className="plain-mark">{t.history.undoneBy(undoneBy)}</span>}
        {undoes !== null && <span className="plain-mark">{t.history.undoes(undoes)}</span>}
        {canUndo && may("undo") && undoneBy === null && (
          <button type="button" className="text-button timeline__undo" onClick={() => openDialog({ kind: "undo", parcelId, changeId })}>
            <UndoOutlined />
            {t.history.undo}
          </button>
        )}
      </p>
      {reason !== null && reason !== "" && <p className="timeline__reason">{reason}</p>}
      <FieldChanges fields={item.fields} />
      <RecordChanges records={item.records} />
    </li>
  );
}
