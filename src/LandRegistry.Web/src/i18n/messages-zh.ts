import type { Wording } from "./messages/wording";
import { asOfZh } from "./messages/zh/as-of";
import { pagesZh } from "./messages/zh/pages";
import { workbenchZh } from "./messages/zh/workbench";

/** Every Chinese text of the client, one file per area. The English table has the same keys; a spec compares the two. */
export const messagesZh = {
  ...workbenchZh,
  pages: pagesZh,
  asOf: asOfZh,
};

export type Messages = Wording<typeof messagesZh>;
