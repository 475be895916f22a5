import { useQuery } from "@tanstack/react-query";
import { get } from "./http";
import type { components } from "./schema";

export type Law = components["schemas"]["LawAnswer"];

/** The law in force, from which the forms take causes, documents and terms. */
export function useLaw() {
  return useQuery({ queryKey: ["law"], queryFn: ({ signal }) => get<Law>("/api/law", signal), staleTime: Infinity });
}
