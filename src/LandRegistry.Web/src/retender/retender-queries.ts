import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get } from "../api/http";
import { usePages } from "../api/office-queries";
import type { components } from "../api/schema";
import type { Filters } from "../view/filters";
import { retenderQuery, type RetenderChoice } from "./retender-query";

type Schemas = components["schemas"];

export type RetenderRow = Schemas["RetenderRow"];
export type RetenderTally = Schemas["RetenderTally"];

export function useRetenderPages(choice: RetenderChoice, filters: Filters) {
  return usePages<Schemas["RetenderPage"]>("retender", "/api/retender", retenderQuery(choice, filters));
}

export function useRetenderTotals(choice: RetenderChoice, filters: Filters) {
  const query = retenderQuery(choice, filters);
  query.set("group", choice.group);
  const search = query.toString();
  return useQuery({
    queryKey: ["retender", "totals", search],
    queryFn: ({ signal }) => get<Schemas["RetenderTotals"]>(`/api/retender/totals?${search}`, signal),
    placeholderData: keepPreviousData,
  });
}
