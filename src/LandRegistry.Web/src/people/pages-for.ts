import { PAGES, type Page } from "../view/view-url";

/** What the server tells apart; /api/me says which of them the person has. */
export type Action =
  | "read" | "read_money" | "export" | "import" | "mark" | "draw" | "keep_facts" | "keep_enterprises" | "run_cases" | "keep_strategies" | "approve_strategies"
  | "plan_supply" | "undo" | "keep_layers" | "report" | "manage_people" | "read_audit" | "publish" | "run_server";

/** Any one of these opens the page; a page that is not named is the register's own. */
const NEEDED: Partial<Record<Page, readonly Action[]>> = {
  imports: ["import"],
  field: ["export", "draw"],
  admin: ["manage_people", "read_audit", "publish", "run_server"],
};

/** The pages that somebody with these rights can use, in the order of the header. */
export function pagesFor(actions: readonly string[] | undefined): readonly Page[] {
  if (actions === undefined) return PAGES.filter((page) => page !== "admin");
  return PAGES.filter((page) => (NEEDED[page] ?? ["read"]).some((action) => actions.includes(action)));
}
