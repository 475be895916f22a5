import { useInfiniteQuery, useQuery, keepPreviousData } from "@tanstack/react-query";
import { get } from "../api/http";
import type { components } from "../api/schema";
import { filterQuery, type Filters } from "../view/filters";

export type Difference = components["schemas"]["ParcelDifference"];
export type DifferenceRow = components["schemas"]["DifferenceRow"];
export type StatusMoveCount = components["schemas"]["StatusMoveCount"];

export const DIFFERENCE_KINDS = ["entered", "left", "status", "deadline"] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface TwoDays {
  /** yyyy-MM-dd */
  from: string;
  /** yyyy-MM-dd; null: today. */
  to: string | null;
}

/** Days in the wrong order have nothing between them that could be asked for. */
export function areInOrder({ from, to }: TwoDays): boolean {
  return to === null || from <= to;
}

/** Two days and a filter as the server's query parameters. */
export function differenceQuery({ from, to }: TwoDays, filters: Filters): URLSearchParams {
  const query = filterQuery(filters, null);
  query.set("from", from);
  if (to !== null) query.set("to", to);
  return query;
}

export function useDifferenceCounts(days: TwoDays, filters: Filters) {
  const search = differenceQuery(days, filters).toString();
  return useQuery({
    queryKey: ["difference", search],
    queryFn: ({ signal }) => get<Difference>(`/api/parcels/difference?${search}`, signal),
    enabled: areInOrder(days),
    placeholderData: keepPreviousData,
  });
}

export function useDifferencePages(days: TwoDays, filters: Filters, kind: DifferenceKind) {
  const query = differenceQuery(days, filters);
  query.set("kind", kind);
  const search = query.toString();
  return useInfiniteQuery({
    queryKey: ["difference", search],
    queryFn: ({ pageParam, signal }) => get<Difference>(`/api/parcels/difference?${search}${pageParam === null ? "" : `&cursor=${encodeURIComponent(pageParam)}`}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
