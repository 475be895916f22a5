import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { get, getWithEtag } from "./http";
import type {
  CaseDetail,
  CaseList,
  CasePage,
  EnterpriseDetail,
  EnterprisePage,
  GradeList,
  RuleSetList,
  StrategyGapPage,
  StrategyList,
} from "./office-types";
import { useAsOf } from "./queries";

/** Adds `asOf` where a past day is shown. */
function onDay(path: string, asOf: string | null): string {
  return asOf === null ? path : `${path}${path.includes("?") ? "&" : "?"}asOf=${asOf}`;
}

/** A list that is fetched page by page with the server's cursor; `key` is one of OFFICE_KEYS. */
export function usePages<P extends { nextCursor: string | null }>(key: string, path: string, query: URLSearchParams) {
  const search = query.toString();
  return useInfiniteQuery({
    queryKey: [key, path, search],
    queryFn: ({ pageParam, signal }) => {
      const paged = new URLSearchParams(search);
      if (pageParam !== null) paged.set("cursor", pageParam);
      return get<P>(`${path}?${paged}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export interface CaseFilter {
  stages: readonly string[];
  zones: readonly number[];
  officer: string;
  onlyOpen: boolean;
}

export function useCasePages(filter: CaseFilter) {
  return usePages<CasePage>("cases", "/api/cases", caseQuery(filter));
}

/** The filter of the list of cases, for its pages and its file. */
export function caseQuery({ stages, zones, officer, onlyOpen }: CaseFilter): URLSearchParams {
  const query = new URLSearchParams();
  stages.forEach((stage) => query.append("stage", stage));
  zones.forEach((zone) => query.append("zone", String(zone)));
  if (officer !== "") query.set("officer", officer);
  if (onlyOpen) query.set("open", "true");
  return query;
}

export function useCasesOfParcel(parcelId: number) {
  return useQuery({ queryKey: ["cases", "parcel", parcelId], queryFn: ({ signal }) => get<CaseList>(`/api/parcels/${parcelId}/cases`, signal) });
}

/** A case as it is, or as it was on the day that the screen shows, with its version tag. */
export function useCase(id: number) {
  const asOf = useAsOf();
  return useQuery({ queryKey: ["case", id, asOf], queryFn: ({ signal }) => getWithEtag<CaseDetail>(onDay(`/api/cases/${id}`, asOf), signal) });
}

export function useEnterprisePages(query: URLSearchParams) {
  return usePages<EnterprisePage>("enterprises", "/api/enterprises", query);
}

/** Grades of the last full year of the enterprises that a list shows. */
export function useGrades(enterprises: readonly number[]) {
  const query = new URLSearchParams();
  enterprises.forEach((id) => query.append("enterprise", String(id)));
  const search = query.toString();
  return useQuery({
    queryKey: ["enterprises", "grades", search],
    queryFn: ({ signal }) => get<GradeList>(`/api/evaluations/grades?${search}`, signal),
    enabled: enterprises.length > 0,
    placeholderData: keepPreviousData,
  });
}

export function useEnterprise(id: number) {
  return useQuery({ queryKey: ["enterprise", id], queryFn: ({ signal }) => getWithEtag<EnterpriseDetail>(`/api/enterprises/${id}`, signal) });
}

export function useStrategies(enterpriseId: number) {
  return useQuery({ queryKey: ["strategies", enterpriseId], queryFn: ({ signal }) => get<StrategyList>(`/api/enterprises/${enterpriseId}/strategies`, signal) });
}

export function useStrategyGaps() {
  return usePages<StrategyGapPage>("gaps", "/api/strategies/gaps", new URLSearchParams());
}

export function useRuleSets() {
  return useQuery({ queryKey: ["rule-sets"], queryFn: ({ signal }) => get<RuleSetList>("/api/evaluations/rules", signal), staleTime: Infinity });
}
