import type { Wording } from "../wording";
import type { differenceZh } from "../zh/difference";

export const differenceEn: Wording<typeof differenceZh> = {
  from: "From",
  to: "To",
  now: "Today",
  between: (from, to) => `${from} to ${to}`,
  kinds: { entered: "Entered", left: "Left", status: "Other status", deadline: "Moved deadline" },
  hints: {
    entered: "Under the filter on the later day only",
    left: "Under the filter on the earlier day only",
    status: "There on both days, of another status",
    deadline: "There on both days, another day of suspicion, fee or recovery",
  },
  matrix: "Status moves (rows: earlier day, columns: later day)",
  noMoves: "No status moved between the two days",
  parcel: "Parcel",
  before: "Status before",
  after: "Status after",
  absent: "Not in the register",
  area: "Area (mu)",
  since: "Since",
  suspectedFrom: "Suspected idle",
  feeFrom: "Fee possible",
  recoveryFrom: "Recovery possible",
  none: "None",
  changed: (before, after) => `${before} → ${after}`,
  empty: "Nothing of this kind between the two days",
  wrongOrder: "The earlier day lies after the later one",
};
