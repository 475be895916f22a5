import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { FeatureCollection, MultiPolygon } from "geojson";
import { useAfterFirstPicture } from "../map/first-picture";
import { filterQuery, filtersBesides, NO_FILTERS, type Filters, type SummaryKey } from "../view/filters";
import { useView } from "../view/view-store";
import type { Sort } from "../view/view-url";
import { get, getWithEtag, type Answer } from "./http";
import { ProblemError } from "./problem";
import type { Bbox, Choices, ChoicesBy, History, LandUse, Me, ParcelDetail, ParcelPage, Summary, Zone } from "./types";

const PAGE_SIZE = 100;
const A_LONG_TIME = 10 * 60_000;

/** What the server refused or does not know will not change by asking again; all else is asked twice more. */
function shouldRetry(failures: number, error: Error): boolean {
  const isFinal = error instanceof ProblemError && [400, 401, 403, 404].includes(error.problem.status);
  return !isFinal && failures < 2;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Freshness comes from the event stream, not from guessing; see events/live-changes.ts.
      queries: { retry: shouldRetry, retryDelay: 800, staleTime: 60_000, refetchOnWindowFocus: false },
    },
  });
}

/** First words of the query keys, for refreshing by kind. */
export const KEYS = { parcels: "parcels", summary: "summary", parcel: "parcel", history: "history", zones: "zones" } as const;

/** Questions of the office pages; any change of the register may touch their answers. */
export const OFFICE_KEYS = ["today", "cases", "case", "enterprises", "enterprise", "strategies", "gaps", "difference", "retender", "tenders", "projects", "floors", "overview"] as const;

export function useMe() {
  return useQuery({ queryKey: ["me"], queryFn: ({ signal }) => get<Me>("/api/me", signal), staleTime: A_LONG_TIME });
}

/** The zones, for whoever may read the register; somebody who only keeps accounts has none. */
export function useZones() {
  const mayRead = useMe().data?.actions.includes("read") === true;
  return useQuery({ queryKey: [KEYS.zones], queryFn: ({ signal }) => get<Zone[]>("/api/zones", signal), staleTime: A_LONG_TIME, enabled: mayRead });
}

export type ZoneOutlines = FeatureCollection<MultiPolygon, { code: string; nameZh: string; nameEn: string; kind: string; isInner: boolean }>;

export function useZoneOutlines() {
  return useQuery({
    queryKey: [KEYS.zones, "outlines"],
    queryFn: ({ signal }) => get<ZoneOutlines>("/api/zones/outlines", signal),
    staleTime: A_LONG_TIME,
  });
}

export function useLandUses() {
  return useQuery({ queryKey: ["land-uses"], queryFn: ({ signal }) => get<LandUse[]>("/api/land-uses", signal), staleTime: A_LONG_TIME });
}

function useSummaryOf(by: SummaryKey, filters: Filters) {
  const isAfterFirstPicture = useAfterFirstPicture();
  const query = filterQuery(filters, useAsOf());
  query.set("by", by);
  const search = query.toString();
  return useQuery({
    queryKey: [KEYS.summary, search],
    queryFn: ({ signal }) => get<Summary>(`/api/parcels/summary?${search}`, signal),
    placeholderData: keepPreviousData,
    enabled: isAfterFirstPicture,
  });
}

/** What is shown and the choices of all parts of the filter, in one question. */
function useChoices<Counts>(filters: Filters, select: (choices: Choices) => Counts) {
  const search = filterQuery(filters, useAsOf()).toString();
  return useQuery({
    queryKey: [KEYS.summary, "choices", search],
    queryFn: ({ signal }) => get<Choices>(`/api/parcels/choices?${search}`, signal),
    placeholderData: keepPreviousData,
    select,
  });
}

/** Counts for the choices of one filter: all other filters are obeyed, its own is not. */
export function useChoiceCounts(by: keyof ChoicesBy, filters: Filters) {
  return useChoices(filters, (choices) => choices[by]);
}

/** The same of what changes with the day and with other records than the parcel's own, which takes longer: asked when it is looked at. */
export function useAnswerCounts(by: "readiness" | "blocker" | "due", filters: Filters) {
  return useSummaryOf(by, filtersBesides(filters, by));
}

/** Counts of what is shown, by status. */
export function useShownCounts(filters: Filters) {
  return useChoices(filters, shownOf);
}

const shownOf = ({ total, shown }: Choices) => ({ total, groups: shown });

/** Officers that are responsible for some parcel. */
export function useOfficers() {
  return useQuery({
    queryKey: [KEYS.summary, "officers"],
    queryFn: async ({ signal }) => (await get<Summary>("/api/parcels/summary?by=officer", signal)).groups.flatMap(({ key }) => key ?? []),
    staleTime: A_LONG_TIME,
  });
}

/** Counts of what is shown within a box; the box is null when nobody asks. */
export function useCountsInView(filters: Filters, box: Bbox | null) {
  const query = filterQuery(filters, useAsOf(), box);
  const search = query.toString();
  return useQuery({
    queryKey: [KEYS.summary, "view", search],
    queryFn: ({ signal }) => get<Summary>(`/api/parcels/summary?${search}`, signal),
    placeholderData: keepPreviousData,
    enabled: box !== null,
  });
}

export function useTotalCounts() {
  return useShownCounts(NO_FILTERS);
}

export function useParcelPages(filters: Filters, sort: Sort, bbox: Bbox | null, isWanted: boolean) {
  const query = filterQuery(filters, useAsOf(), bbox);
  query.set("sort", sort);
  query.set("limit", String(PAGE_SIZE));
  const search = query.toString();
  return useInfiniteQuery({
    queryKey: [KEYS.parcels, search],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return get<ParcelPage>(`/api/parcels?${search}${cursor}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

export function useSearch(text: string) {
  const query = filterQuery({ ...NO_FILTERS, text }, useAsOf());
  query.set("limit", "8");
  return useQuery({
    queryKey: [KEYS.parcels, "search", query.toString()],
    queryFn: ({ signal }) => get<ParcelPage>(`/api/parcels?${query}`, signal),
    enabled: text !== "",
    placeholderData: keepPreviousData,
  });
}

export function parcelKey(id: number, asOf: string | null = null) {
  return asOf === null ? ([KEYS.parcel, id] as const) : ([KEYS.parcel, id, asOf] as const);
}

export function fetchParcel(id: number, signal?: AbortSignal, asOf: string | null = null): Promise<Answer<ParcelDetail>> {
  return getWithEtag<ParcelDetail>(`/api/parcels/${id}${asOf === null ? "" : `?asOf=${asOf}`}`, signal);
}

/** The past day that the screen shows; null: now. */
export function useAsOf(): string | null {
  return useView().asOf;
}

/** The parcel together with its version tag, which a change must name. */
export function useParcel(id: number | null) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: parcelKey(id ?? 0, asOf),
    queryFn: ({ signal }) => fetchParcel(id ?? 0, signal, asOf),
    enabled: id !== null,
  });
}

export function fetchHistory(id: number, signal?: AbortSignal): Promise<History> {
  return get<History>(`/api/parcels/${id}/history`, signal);
}

export function useHistory(id: number, isWanted = true) {
  return useQuery({ queryKey: [KEYS.history, id], queryFn: ({ signal }) => fetchHistory(id, signal), enabled: isWanted });
}
