import { useQuery } from "@tanstack/react-query";
import { get } from "../api/http";
import type { components } from "../api/schema";

export type BasemapList = components["schemas"]["BasemapList"];
export type Basemap = components["schemas"]["BasemapShape"];

export function useBasemaps() {
  return useQuery({ queryKey: ["basemaps"], queryFn: ({ signal }) => get<BasemapList>("/api/basemaps", signal), staleTime: 5 * 60_000 });
}
