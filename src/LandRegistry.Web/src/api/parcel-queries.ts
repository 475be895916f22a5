import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get } from "./http";
import { parcelKey } from "./queries";
import type { ClockAnswer, FactList, Law, MoneyAnswer, ReadinessAnswer } from "./types";

const A_LONG_TIME = 60 * 60_000;

/** The law in force today, with the kinds of facts and their fields. */
export function useLaw() {
  return useQuery({ queryKey: ["law"], queryFn: ({ signal }) => get<Law>("/api/law", signal), staleTime: A_LONG_TIME });
}

// These keys begin with the parcel's own, so that a change of the parcel brings all of them up to date.

/** All recorded facts of a parcel, withdrawn ones too. */
export function fetchFacts(parcelId: number, signal?: AbortSignal): Promise<FactList> {
  return get<FactList>(`/api/parcels/${parcelId}/facts?withdrawn=true`, signal);
}

export function useFacts(parcelId: number | null) {
  return useQuery({
    queryKey: [...parcelKey(parcelId ?? 0), "facts"],
    queryFn: ({ signal }) => fetchFacts(parcelId ?? 0, signal),
    enabled: parcelId !== null,
  });
}

export function useClock(parcelId: number, asOf: string | null) {
  return useOfDay<ClockAnswer>(parcelId, "clock", asOf);
}

export function useReadiness(parcelId: number, asOf: string | null) {
  return useOfDay<ReadinessAnswer>(parcelId, "readiness", asOf);
}

export function useMoney(parcelId: number, asOf: string | null) {
  return useOfDay<MoneyAnswer>(parcelId, "money", asOf);
}

/** `asOf` null: today, by the server's calendar. */
function useOfDay<T>(parcelId: number, what: string, asOf: string | null) {
  return useQuery({
    queryKey: [...parcelKey(parcelId), what, asOf],
    queryFn: ({ signal }) => get<T>(`/api/parcels/${parcelId}/${what}${asOf === null ? "" : `?asOf=${asOf}`}`, signal),
    placeholderData: keepPreviousData,
  });
}
