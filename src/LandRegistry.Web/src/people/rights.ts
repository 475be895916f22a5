import { useMe } from "../api/queries";
import { PAGES, type Page } from "../view/view-url";

/** What the server tells apart; /api/me says which of them the person has. */
export type Action =
  | "read" | "read_money" | "export" | "import" | "mark" | "draw" | "keep_facts" | "keep_enterprises" | "run_cases" | "keep_strategies" | "approve_strategies"
  | "plan_supply" | "undo" | "keep_layers" | "report" | "manage_people" | "read_audit" | "publish";

const ADMINISTRATION: readonly Action[] = ["manage_people", "read_audit", "publish"];

/** Whether the person at the screen may do something, somewhere at least; what they may not do is not offered. */
export function useMay(): (action: Action) => boolean {
  const actions = useMe().data?.actions;
  return (action) => actions === undefined || actions.includes(action);
}

/** The pages that somebody with these rights can use, in the order of the header. */
export function pagesFor(actions: readonly string[] | undefined): readonly Page[] {
  if (actions === undefined) return PAGES.filter((page) => page !== "admin");
  return PAGES.filter((page) => (page === "admin" ? ADMINISTRATION.some((action) => actions.includes(action)) : actions.includes("read")));
}
