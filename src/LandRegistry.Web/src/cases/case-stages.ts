/** Stages of a case on its way, in order; `not_idle` and `closed_out` are the exits. */
export const CASE_PATH = [
  "watched",
  "suspected",
  "investigating",
  "determined",
  "plan_drafted",
  "approved",
  "disposing",
  "disposed",
  "reserved",
  "retendered",
  "started",
  "completed",
  "at_capacity",
] as const;

export const CASE_STAGES = [...CASE_PATH, "not_idle", "closed_out"] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** What may have to be recorded before a stage can be reached. */
export type CaseForm =
  | { kind: "document"; document?: string }
  | { kind: "determination" }
  | { kind: "plan" }
  | { kind: "milestone"; milestone?: string }
  | { kind: "cause" };

/**
 * The form that answers a refusal: which paper, plan or event is missing. Null where nothing that
 * is recorded in the case would help (too early, or not at all under the law).
 */
export function formFor(refusalCode: string, stage: string): CaseForm | null {
  switch (refusalCode) {
    case "case-document-missing":
      return { kind: "document", ...(stage === "investigating" ? { document: "investigation-notice" } : stage === "determined" ? { document: "determination" } : {}) };
    case "hearing-notice-missing":
      return { kind: "document", document: "hearing-notice" };
    case "not-idle-by-law":
      return { kind: "determination" };
    case "disposal-plan-missing":
    case "extension-too-long":
    case "temporary-use-too-long":
    case "swap-conditions-missing":
      return { kind: "plan" };
    case "plan-not-approved":
      return { kind: "milestone", milestone: "approved" };
    case "mortgagee-not-told":
      return { kind: "milestone", milestone: "mortgagee_told" };
    case "fee-unpaid":
      return { kind: "milestone", milestone: "fee_paid" };
    case "right-not-cancelled":
      return { kind: "milestone", milestone: "deregistered" };
    case "still-published":
      return { kind: "milestone", milestone: "withdrawn" };
    default:
      return null;
  }
}


/** How many stages ahead are shown; the rest of the way would only be noise. */
const AHEAD = 3;

/** The usual way from here on, for what has not been reached yet. */
export function stagesAhead(present: string): CaseStage[] {
  const at = CASE_PATH.findIndex((stage) => stage === present);
  return at < 0 ? [] : CASE_PATH.slice(at + 1, at + 1 + AHEAD);
}

/** Whether a stage lies further on the usual way; steps back and the exits do not. */
export function isAhead(present: string, next: string): boolean {
  const place = (wanted: string) => CASE_PATH.findIndex((stage) => stage === wanted);
  return place(next) > place(present);
}

export function isClosed(stage: string): boolean {
  return stage === "not_idle" || stage === "closed_out";
}
