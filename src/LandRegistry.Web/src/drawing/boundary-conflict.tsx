import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import { useHistory } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import type { Conflict } from "./use-boundary-sending";

interface BoundaryConflictProps {
  conflict: Conflict;
  onMine: () => void;
  onTheirs: () => void;
}

/** Someone was faster: the boundary both drew from, theirs and the user's own lie on the map; the user chooses with which to go on. */
export function BoundaryConflict({ conflict, onMine, onTheirs }: BoundaryConflictProps) {
  const { t, f } = useTexts();
  const last = useHistory(conflict.current.id).data?.items[0];
  const host = useRef<HTMLDivElement>(null);
  // It stands at the top; whoever has just sent looks at the bottom.
  useEffect(() => {
    host.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={host}>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t.drawing.conflictTitle}
        description={
          <div className="draw-conflict">
            {last !== undefined && <span>{t.conflict.by(last.actor, f.moment(last.recordedAt))}</span>}
            <ul>
              <li>
                <span className="draw-sign draw-sign--base" /> {t.drawing.base}
              </li>
              <li>
                <span className="draw-sign draw-sign--theirs" /> {conflict.theirs === null ? t.drawing.theirsNone : t.drawing.theirs}
              </li>
              <li>
                <span className="draw-sign draw-sign--mine" /> {t.drawing.mine}
              </li>
            </ul>
            <div className="draw-row">
              <Button size="small" type="primary" onClick={onMine}>
                {t.drawing.goOnMine}
              </Button>
              <Button size="small" disabled={conflict.theirs === null} onClick={onTheirs}>
                {t.drawing.goOnTheirs}
              </Button>
            </div>
          </div>
        }
      />
    </div>
  );
}
