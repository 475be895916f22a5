import type { Texts } from "../i18n/language-context";
import type { AuditRow } from "./people-queries";

/** What a line of the trail says, in the reader's words; what there are no words for stays as it was written. */
export function auditWords(row: Pick<AuditRow, "action" | "what" | "details">, t: Texts["t"]): string {
  const { how, why, people } = t.people.trail;
  switch (row.action) {
    case "change":
      return t.commands[row.what] ?? row.what;
    case "sign_in":
      return how[row.what] ?? row.what;
    case "sign_in_failed":
      return why[row.what] ?? row.what;
    case "read":
      return [sensitiveOf(row.details).map((right) => t.people.rights[right as keyof typeof t.people.rights] ?? right).join(t.common.listSeparator), row.what].filter(Boolean).join(" · ");
    case "publication":
      return row.what === "on" ? t.people.publicOn : t.people.publicOff;
    case "people": {
      const verb = Object.keys(people).find((one) => row.what === one || row.what.startsWith(`${one} `));
      return verb === undefined ? row.what : people[verb]!(row.what.slice(verb.length + 1));
    }
    default:
      return row.what;
  }
}

/** The rights that the fields read needed, as the trail keeps them. */
function sensitiveOf(details: string | null): string[] {
  try {
    const rights: unknown = JSON.parse(details ?? "[]");
    return Array.isArray(rights) ? rights.filter((right) => typeof right === "string") : [];
  } catch {
    return [];
  }
}
