import type { Dayjs } from "dayjs";
import type { MarkParcels, Step } from "../api/marks";
import type { Selection } from "../selection/selection-store";
import { textOfDay } from "../ui/day-rules";

/** What one step does to all selected parcels. */
export type MarkAction = "status" | "hold" | "release" | "officer" | "note";

/** The form of a step. */
export interface Entered {
  to?: string;
  effectiveDate?: Dayjs | string | null;
  idleKind?: string;
  idleCause?: string;
  until?: Dayjs | string | null;
  officer?: string;
  note?: string;
  reason: string;
}

/** The step as the register takes it; fields of other actions are left out. */
export function stepOf(action: MarkAction, entered: Entered, selection: Selection): Step {
  const note = entered.note?.trim() ?? "";
  const mark: MarkParcels = {
    ...partOf(action, entered),
    ...(note === "" ? {} : { note }),
    reason: entered.reason.trim(),
  };
  return selection.kind === "filter"
    ? { query: selection.query, parcels: null, mark }
    : { query: null, parcels: [...selection.ids].sort((a, b) => a - b), mark };
}

function partOf(action: MarkAction, { to, effectiveDate, idleKind, idleCause, until, officer }: Entered): MarkParcels {
  switch (action) {
    case "status": {
      const idle = to === "idle" ? { idleKind: idleKind ?? null, idleCause: idleCause ?? null } : {};
      return { status: { to: to ?? null, effectiveDate: textOfDay(effectiveDate), ...idle } };
    }
    case "hold":
      return { hold: { until: textOfDay(until) || null } };
    case "release":
      return { release: true };
    case "officer":
      return { officer: { name: officer?.trim() || null } };
    case "note":
      return {};
  }
}
