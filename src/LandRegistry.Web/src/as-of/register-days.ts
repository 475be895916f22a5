import { useQuery } from "@tanstack/react-query";
import { get } from "../api/http";
import { KEYS } from "../api/queries";
import type { components } from "../api/schema";
import { today } from "../i18n/format";

/** First and last day that the register can be shown of; of an empty one only today. */
export function useRegisterDays(): { first: string; today: string } | undefined {
  const days = useQuery({
    queryKey: [KEYS.parcels, "days"],
    queryFn: ({ signal }) => get<components["schemas"]["RegisterDays"]>("/api/parcels/days", signal),
  });
  return days.data === undefined ? undefined : { first: days.data.first ?? today(), today: days.data.today };
}
