import { useMe } from "../api/queries";
import type { Action } from "./pages-for";

export type { Action };

/** Whether the person at the screen may do something, somewhere at least; what they may not do is not offered. */
export function useMay(): (action: Action) => boolean {
  const actions = useMe().data?.actions;
  return (action) => actions === undefined || actions.includes(action);
}
