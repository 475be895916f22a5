import type { FieldChange, RecordChange } from "../api/types";

/** Members of every record that say nothing to a reader of its history. */
const HOUSEKEEPING = new Set(["id", "parcelId", "enterpriseId", "changeId", "version", "recordedAt", "updatedAt", "inspectionId", "documentId"]);

/** The fields of a record's change that are worth a line; that it was withdrawn is said elsewhere. */
export function worthTelling(fields: readonly FieldChange[]): FieldChange[] {
  return fields.filter(({ field, before, after }) => !HOUSEKEEPING.has(field) && field !== "withdrawn" && !(field === "kind" && isNothing(before)) && !(isNothing(before) && isEmpty(after)));
}

/** What happened to a record: it was brought, withdrawn, put back, or altered. */
export function eventOf({ isNew, fields }: Pick<RecordChange, "isNew" | "fields">): "entered" | "withdrawn" | "restored" | "corrected" {
  if (isNew) return "entered";
  const withdrawn = fields.find(({ field }) => field === "withdrawn");
  if (withdrawn === undefined) return "corrected";
  return withdrawn.after === true ? "withdrawn" : "restored";
}

/** Tables of facts that are called otherwise than their kind. */
const KINDS_OF_TABLES: Record<string, string> = { money_line: "money", progress_report: "progress" };

/**
 * Which kind of fact a record is: tables of facts are named after their kind, and those of single days hold the
 * kind themselves. Null where it cannot be told; records of other sorts, such as cases, keep their own name.
 */
export function factKindOf({ kind, fields }: Pick<RecordChange, "kind" | "fields">): string | null {
  if (kind === "land_fact") {
    const named = fields.find(({ field }) => field === "kind");
    return typeof named?.after === "string" ? named.after : null;
  }
  return KINDS_OF_TABLES[kind] ?? kind;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function isEmpty(value: unknown): boolean {
  return isNothing(value) || value === "" || value === false || (Array.isArray(value) && value.length === 0);
}
