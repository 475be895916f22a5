import { useEffect, useState } from "react";
import type { ChangeEvent } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { requestCamera } from "../map/camera-requests";
import { changeView } from "../view/view-store";
import { onChange } from "./live-changes";

const SHOWN_MILLISECONDS = 6000;

function showChanged(id: number): void {
  changeView({ selected: id });
  requestCamera({ reveal: id });
}

/** A line at the map's foot about what someone else has just changed; it goes by itself. */
export function ChangeToast() {
  const { t } = useTexts();
  const [change, setChange] = useState<ChangeEvent | null>(null);
  useEffect(
    // A change without a doer only asks for a refresh; there is nothing to tell.
    () => onChange((next, isOwn) => !isOwn && next.actor !== "" && setChange(next)),
    [],
  );
  useEffect(() => {
    if (change === null) return;
    const timer = setTimeout(() => setChange(null), SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [change]);
  if (change === null) return <div className="change-toast" role="status" />;
  const what = t.commands[change.command] ?? t.live.otherCommand;
  const only = change.parcels.length === 1 ? change.parcels[0] : undefined;
  // What is about no parcel, a project for instance, names none.
  const told = change.many ? t.live.changedMany(change.actor, what) : change.parcels.length === 0 ? t.live.changedOther(change.actor, what) : t.live.changed(change.actor, what, change.parcels.length);
  return (
    <div className="change-toast is-shown" role="status">
      <span>{told}</span>
      {only !== undefined && (
        <button type="button" className="text-button" onClick={() => showChanged(only)}>
          {t.live.show}
        </button>
      )}
    </div>
  );
}
