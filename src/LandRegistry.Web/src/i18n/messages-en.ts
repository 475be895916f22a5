import { asOfEn } from "./messages/en/as-of";
import { pagesEn } from "./messages/en/pages";
import { workbenchEn } from "./messages/en/workbench";
import type { Messages } from "./messages-zh";

/** Every English text of the client. */
export const messagesEn: Messages = {
  ...workbenchEn,
  pages: pagesEn,
  asOf: asOfEn,
};
