import { asOfEn } from "./messages/en/as-of";
import { differenceEn } from "./messages/en/difference";
import { dueEn } from "./messages/en/due";
import { pagesEn } from "./messages/en/pages";
import { workbenchEn } from "./messages/en/workbench";
import type { Messages } from "./messages-zh";

/** Every English text of the client. */
export const messagesEn: Messages = {
  ...workbenchEn,
  pages: pagesEn,
  asOf: asOfEn,
  due: dueEn,
  difference: differenceEn,
};
