import { Checkbox } from "antd";
import { parcelLabel } from "../parcels/parcel-label";
import { NOTHING, select, toggled, type Selection } from "../selection/selection-store";
import type { OfficeColumn } from "../ui/office-table";
import type { RetenderContext } from "./retender-columns";
import type { RetenderRow } from "./retender-queries";

/** Boxes that take rows into the selection, which is the map's too. */
export function pickColumn(selection: Selection, { t }: RetenderContext): OfficeColumn<RetenderRow> {
  const named = selection.kind === "named" ? selection : NOTHING;
  return {
    key: "pick",
    title: "",
    width: "24px",
    cell: (row) => (
      <Checkbox
        aria-label={t.retender.pick(parcelLabel(row, t))}
        checked={named.kind === "named" && named.ids.has(row.id)}
        onClick={(event) => event.stopPropagation()}
        onChange={() => select(toggled(named, row.id))}
      />
    ),
  };
}
