import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Fetches again what is on the screen of these questions. The library joins a question that is being asked for the first time, whose
 * answer may be from before what happened: once that is there it is asked again, and not broken off, so that many events in a row
 * never keep a slow first answer away.
 */
export async function renew(client: QueryClient, queryKey: QueryKey): Promise<void> {
  const first = client.getQueryCache().findAll({ queryKey, fetchStatus: "fetching", predicate: ({ state }) => state.data === undefined });
  await client.invalidateQueries({ queryKey });
  await Promise.all(first.map((query) => client.invalidateQueries({ queryKey: query.queryKey, exact: true })));
}
