import { formatView, parseView, type View } from "../view/view-url";

/** What a saved view holds of the screen: filters, order, place, page; not what happens to be selected, nor the language. */
export function addressOfView(view: View): string {
  return formatView({ ...view, selected: null, tab: null, language: null, savedView: null });
}

/** Whether the screen still shows what was saved; moving the map is no change of it. */
export function isAsSaved(view: View, address: string): boolean {
  const still = (some: View) => addressOfView({ ...some, camera: null });
  return still(view) === still(parseView(address));
}

/** Whether an address names a saved view and nothing else that could contradict it. */
export function asksForView(view: View): boolean {
  return view.savedView !== null && formatView({ ...view, savedView: null, language: null }) === "";
}
