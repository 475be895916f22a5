import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get } from "../api/http";
import { useAsOf } from "../api/queries";
import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Overview = Schemas["OverviewAnswer"];
export type OverviewTally = Schemas["OverviewTally"];
export type OverviewMonth = Schemas["OverviewMonth"];

/** The register in figures, now or as of the day that the screen shows. */
export function useOverview(zones: readonly number[]) {
  const asOf = useAsOf();
  const query = new URLSearchParams();
  zones.forEach((zone) => query.append("zone", String(zone)));
  if (asOf !== null) query.set("asOf", asOf);
  const search = query.toString();
  return useQuery({
    queryKey: ["overview", search],
    queryFn: ({ signal }) => get<Overview>(`/api/overview${search === "" ? "" : `?${search}`}`, signal),
    placeholderData: keepPreviousData,
  });
}
