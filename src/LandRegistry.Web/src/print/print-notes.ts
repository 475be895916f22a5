import { useEffect } from "react";
import { post } from "../api/http";
import { currentView } from "../view/view-store";

const LONGEST_NOTE = 200;

/** Tells the audit trail what is printed; what cannot be told there is not printed. */
export async function notePrint(what: string, parcelId: number | null = null): Promise<void> {
  await post("/api/audit/prints", { what: what.slice(0, LONGEST_NOTE), parcelId });
}

/** Tells the trail of what the browser itself prints, which no script can hold back. */
export function usePrintNotes(): void {
  useEffect(() => {
    const note = () => {
      const { page, selected } = currentView();
      void notePrint(`${page} ${location.search}`, selected).catch(() => undefined);
    };
    addEventListener("beforeprint", note);
    return () => removeEventListener("beforeprint", note);
  }, []);
}
