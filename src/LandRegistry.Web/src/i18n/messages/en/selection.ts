import { plural, type Wording } from "../wording";
import type { marksZh, selectionZh } from "../zh/selection";

export const selectionEn: Wording<typeof selectionZh> = {
  label: "Selected parcels",
  count: (count) => `${count} selected`,
  byFilter: "all that the filter shows, on screen or not",
  takeFilter: (count) => `Select all ${count} of the filter instead`,
  tooMany: (most) => `One step takes ${most} parcels at most; narrow the filter`,
  clear: "Clear selection",
  toolbar: "Selection tools",
  tools: { box: "Select by box", lasso: "Select by lasso", polygon: "Select by polygon" },
  toolHints: {
    box: "Press and drag a box. Shift adds, Alt takes away, Esc leaves",
    lasso: "Press and draw round them. Shift adds, Alt takes away, Esc leaves",
    polygon: "Click corner by corner; Enter or a double click ends, Backspace takes one back. Shift adds, Alt takes away, Esc leaves",
  },
  takeView: "Select what the map shows",
  noneInShape: "There is no parcel in it",
  takeAll: (count) => `Select all ${count} of the filter`,
  takeRow: (label) => `Select ${label}`,
};

export const marksEn: Wording<typeof marksZh> = {
  actions: { status: "Mark status", hold: "Put on hold", release: "Release", officer: "Assign officer", note: "Add note" },
  title: (action, count) => `${action}: ${plural(count, "parcel", "parcels")}`,
  officer: "Officer",
  officerHint: "Empty takes the responsibility away",
  note: "Note",
  noteToo: "Attach a note as well (optional)",
  noteRequired: "Please write the note",
  preview: "Preview",
  back: "Back",
  doNothing: "Change nothing",
  confirm: (count) => `Mark ${count}`,
  confirmRest: (count, left) => `Mark the other ${count}, leave ${left}`,
  selected: "Selected",
  allowed: "May be marked",
  refused: "May not",
  more: (count) => `and ${count} more`,
  changedTitle: "The selection has changed since the preview",
  changedBody: (count) => `It is ${plural(count, "parcel", "parcels")} now, and nothing was written. Look again before you confirm.`,
  nothingNew: "The register says so already; nothing was changed",
  done: (count) => `${plural(count, "parcel", "parcels")} marked`,
  left: (count) => `${plural(count, "was", "were")} left, because a rule refuses ${count === "1" ? "it" : "them"}`,
  undo: "Undo",
};
