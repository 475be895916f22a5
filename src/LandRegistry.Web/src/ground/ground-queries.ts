import { useQuery } from "@tanstack/react-query";
import { fetchLineage, fetchNearest, fetchNeighbours } from "../api/boundaries";

// First word of the keys: whatever changes in the register may change what lies around a parcel.

export function useLineage(parcelId: number) {
  return useQuery({ queryKey: ["parcels", "lineage", parcelId], queryFn: ({ signal }) => fetchLineage(parcelId, signal) });
}

export function useNeighbourParcels(parcelId: number) {
  return useQuery({ queryKey: ["parcels", "neighbours", parcelId], queryFn: ({ signal }) => fetchNeighbours(parcelId, signal) });
}

export function useNearestParcels(parcelId: number, status: string) {
  return useQuery({ queryKey: ["parcels", "nearest", parcelId, status], queryFn: ({ signal }) => fetchNearest(parcelId, status, signal) });
}
