import { useState } from "react";
import { checkExport, exportAddress } from "../api/exports";
import { ProblemError, type Problem } from "../api/problem";
import type { components } from "../api/schema";
import { download } from "./download";

type Check = components["schemas"]["ExportCheck"];

/** Whether nothing is left for a boundary file, which holds no points. */
export function isWithoutBoundary(format: string | null, check: Check): boolean {
  return format === "txt" && check.parcels === 0;
}

/** Starts the download of an export; where letters may have no place or texts be cut, that is found out before. */
export function useExport() {
  const [check, setCheck] = useState<Check | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const [hasBegun, setHasBegun] = useState(false);
  const forget = () => {
    setHasBegun(false);
    setCheck(null);
    setProblem(null);
  };
  const start = async (noun: "parcels" | "money", query: URLSearchParams, isChecked: boolean) => {
    forget();
    setIsChecking(isChecked);
    try {
      const found = isChecked ? await checkExport(query) : null;
      setCheck(found);
      if (found === null || (found.lost === 0 && !isWithoutBoundary(query.get("format"), found))) {
        download(exportAddress(noun, query));
        setHasBegun(true);
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setIsChecking(false);
    }
  };
  return { check, problem, isChecking, hasBegun, start, forget };
}
