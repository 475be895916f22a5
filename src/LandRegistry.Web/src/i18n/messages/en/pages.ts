import type { Wording } from "../wording";
import type { pagesZh } from "../zh/pages";

export const pagesEn: Wording<typeof pagesZh> = {
  label: "Pages",
  map: "Map",
  today: "Today",
  cases: "Cases",
  enterprises: "Enterprises",
  evaluation: "Evaluation",
  difference: "Difference",
  failed: "Not available at the moment",
  loadMore: "Load more",
  loadingMore: "Loading more",
  allZones: "All zones",
  openParcel: "Open parcel",
  done: "Written to the register",
  conflictTitle: "Someone else has just changed this record",
  conflictBody: "The version you saw is out of date; the newest one has been fetched. Check it and submit again; what you entered is still here.",
  refusedTitle: "Refused by a rule, nothing was changed",
  failedTitle: "Not changed",
  submit: "Submit",
  reason: "Reason",
  reasonHint: "Name what it rests on; kept in the history",
  required: "Please fill in",
  date: "Date",
  dateInFuture: "The date cannot lie in the future",
  note: "Note",
};
