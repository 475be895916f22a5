import type { CaseDetail } from "../api/office-types";
import type { CaseCommand } from "./case-commands";

/** What every form of a case is given: the case as it is now, and how to send. */
export interface CaseFormProps {
  file: CaseDetail;
  send: (command: CaseCommand) => Promise<unknown>;
  onClose: () => void;
}
