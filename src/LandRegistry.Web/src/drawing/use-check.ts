import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ProblemError } from "../api/problem";

const PAUSE_MILLISECONDS = 350;

/**
 * Asks the register what it would answer, a moment after the drawing has come to rest. `subject` is what is asked about as text,
 * null while there is nothing to ask; an answer to an earlier subject is never shown for a later one.
 */
export function useCheck<T>(name: string, subject: string | null, ask: () => Promise<T>): { answer: T | null; isAsking: boolean; hasFailed: boolean } {
  const [settled, setSettled] = useState(subject);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(subject), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [subject]);
  const isSettled = settled === subject;
  const found = useQuery({
    // First word of the key: whatever changes in the register may change the answer.
    queryKey: ["parcels", "check", name, settled],
    queryFn: ask,
    enabled: settled !== null && isSettled,
    retry: (count, error) => count < 1 && !(error instanceof ProblemError && error.problem.status === 400),
  });
  return {
    answer: subject !== null && isSettled ? (found.data ?? null) : null,
    isAsking: subject !== null && (!isSettled || found.isFetching),
    hasFailed: subject !== null && isSettled && found.isError,
  };
}
