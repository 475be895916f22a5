import { Tooltip } from "antd";
import { useShownCounts } from "../api/queries";
import type { ParcelRow } from "../api/types";
import { useTexts } from "../i18n/language-context";
import { clearSelection, isNothing, selectByFilter, useSelection } from "../selection/selection-store";
import { useView } from "../view/view-store";
import { parcelLabel } from "./parcel-label";

/** Takes all that the filter shows, those too that are not listed yet; a second click lets go of everything. */
export function HeadCheck() {
  const { t, f } = useTexts();
  const { filters, asOf } = useView();
  const selection = useSelection();
  const shown = useShownCounts(filters).data?.total.count;
  const label = t.selection.takeAll(shown === undefined ? "…" : f.count(shown));
  return (
    <div role="columnheader" className="cell">
      <Tooltip title={label} mouseEnterDelay={0.4}>
        <label className="row-check">
          <input
            type="checkbox"
            aria-label={label}
            disabled={asOf !== null}
            checked={selection.kind === "filter"}
            ref={(box) => {
              if (box !== null) box.indeterminate = selection.kind === "named" && !isNothing(selection);
            }}
            onChange={() => (isNothing(selection) ? selectByFilter(filters) : clearSelection())}
          />
        </label>
      </Tooltip>
    </div>
  );
}

export function RowCheck({ row, isMarked, onMark }: { row: ParcelRow; isMarked: boolean; onMark: (withShift: boolean) => void }) {
  const { t } = useTexts();
  const { asOf } = useView();
  return (
    <div role="gridcell" className="cell" onClick={(event) => event.stopPropagation()}>
      <label className="row-check">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t.selection.takeRow(parcelLabel(row, t))}
          disabled={asOf !== null}
          checked={isMarked}
          onChange={(event) => onMark((event.nativeEvent as MouseEvent).shiftKey)}
        />
      </label>
    </div>
  );
}
