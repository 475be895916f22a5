import { useQuery } from "@tanstack/react-query";
import { get, post, postOnVersion } from "../api/http";
import type { components } from "../api/schema";
import { versionTag } from "../api/version-tag";

type Schemas = components["schemas"];

export type Tender = Schemas["TenderDetail"];
export type PlanRequest = Schemas["PlanTenderRequest"];
export type MoveRequest = Schemas["MoveTenderRequest"];
export type IndicatorRequest = Schemas["IndicatorRequest"];

export function useTendersOfParcel(parcelId: number) {
  return useQuery({ queryKey: ["tenders", parcelId], queryFn: ({ signal }) => get<Schemas["TenderList"]>(`/api/parcels/${parcelId}/tenders`, signal) });
}

export function planTender(parcelId: number, body: PlanRequest) {
  return post<Tender>(`/api/parcels/${parcelId}/tenders`, body);
}

export function moveTender(tender: Tender, body: MoveRequest) {
  return postOnVersion<Tender>(`/api/tenders/${tender.id}/move`, versionTag(tender), body);
}

export function markIndicator(tender: Tender, body: IndicatorRequest) {
  return postOnVersion<Tender>(`/api/tenders/${tender.id}/indicators`, versionTag(tender), body);
}
