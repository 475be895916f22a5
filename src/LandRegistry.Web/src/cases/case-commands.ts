import { post, postOnVersion } from "../api/http";
import type { CaseDetail } from "../api/office-types";
import type { components } from "../api/schema";
import { versionTag } from "../api/version-tag";

type Schemas = components["schemas"];

/** The last part of a command's address and what it is told. */
export type CaseCommand =
  | { route: "move"; body: Schemas["MoveCaseRequest"] }
  | { route: "officer"; body: Schemas["AssignCaseRequest"] }
  | { route: "documents"; body: Schemas["AddDocumentRequest"] }
  | { route: `documents/${number}/serve`; body: Schemas["ServeDocumentRequest"] }
  | { route: "determination"; body: Schemas["DetermineRequest"] }
  | { route: "plan"; body: Schemas["PlanRequest"] }
  | { route: "milestones"; body: Schemas["MilestoneRequest"] }
  | { route: "causes"; body: Schemas["CauseRequest"] };

/** Sends a command on the version of the case that is on the screen. */
export function sendCaseCommand(file: Pick<CaseDetail, "id" | "version">, command: CaseCommand) {
  return postOnVersion<CaseDetail>(`/api/cases/${file.id}/${command.route}`, versionTag(file), command.body);
}

export function openCase(parcelId: number, body: Schemas["OpenCaseRequest"]) {
  return post<CaseDetail>(`/api/parcels/${parcelId}/cases`, body);
}
