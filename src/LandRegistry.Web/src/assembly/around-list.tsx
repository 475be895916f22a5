import { PlusOutlined } from "@ant-design/icons";
import { useQueries } from "@tanstack/react-query";
import { fetchNeighbours, type NearParcel } from "../api/boundaries";
import { useTexts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";

/** Parcels that share edge with those chosen, the longest edge first. */
export function AroundList({ ids, onAdd }: { ids: readonly number[]; onAdd: (id: number) => void }) {
  const { t, f } = useTexts();
  const found = useQueries({ queries: ids.map((id) => ({ queryKey: ["parcels", "neighbours", id], queryFn: () => fetchNeighbours(id) })) });
  const around = candidates(found.flatMap(({ data }) => data ?? []), ids);
  if (around.length === 0) return null;
  return (
    <div className="assembly-around">
      <p className="muted">{t.assembly.around}</p>
      <ul className="near-list">
        {around.map((parcel) => (
          <li key={parcel.id}>
            <button type="button" className="near-list__row" aria-label={t.assembly.add(parcelLabel(parcel, t))} onClick={() => onAdd(parcel.id)}>
              <PlusOutlined aria-hidden />
              <span className="near-list__name">{parcelLabel(parcel, t)}</span>
              <span className="near-list__far numeric">{t.drawing.sharedEdge(f.number(parcel.metres, 1))}</span>
              {parcel.holder !== null && <span className="muted">{parcel.holder}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Each once, with the edge it shares with all that are chosen. */
function candidates(near: readonly NearParcel[], ids: readonly number[]): NearParcel[] {
  const byId = new Map<number, NearParcel>();
  for (const parcel of near) {
    if (ids.includes(parcel.id) || parcel.metres === 0) continue;
    const before = byId.get(parcel.id);
    byId.set(parcel.id, before === undefined ? parcel : { ...parcel, metres: parcel.metres + before.metres });
  }
  return [...byId.values()].sort((a, b) => b.metres - a.metres).slice(0, 30);
}
