import type { ReactNode } from "react";
import { useMay, type Action } from "./rights";

/** Shows what is within only to somebody who may do it. */
export function May({ action, children }: { action: Action; children: ReactNode }) {
  return useMay()(action) ? <>{children}</> : null;
}
