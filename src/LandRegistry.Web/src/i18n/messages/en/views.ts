import type { Wording } from "../wording";
import type { presenceZh, viewsZh } from "../zh/views";

export const viewsEn: Wording<typeof viewsZh> = {
  title: "Saved views",
  none: "No view is saved yet. Filters, order and place can be kept under a name, opened again and shared.",
  nameHint: "Name for the present view",
  save: "Save",
  saved: "View saved",
  saveAnew: "Save what is shown under this view",
  rename: "Rename",
  renamed: "View renamed",
  share: "Share with others",
  unshare: "Stop sharing",
  nowShared: "Others see this view now",
  unshared: "This view is shared no longer",
  delete: "Delete",
  deleteConfirm: (name) => `Delete the view “${name}”?`,
  deleted: "View deleted",
  shared: "shared",
  sharedBy: (owner) => `shared by ${owner}`,
  changed: (name) => `${name} (changed)`,
  changedMeanwhile: "This view has just been changed; it was read anew, please try again",
  notFound: "There is no such view, or it is not shared with you",
};

export const presenceEn: Wording<typeof presenceZh> = {
  editing: (names) => `${names} is editing this parcel`,
  otherWindow: "Another window of yours is editing this parcel",
};
