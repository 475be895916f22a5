import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { get, post, put } from "../api/http";
import type { components } from "../api/schema";

type Schemas = components["schemas"];
export type Account = Schemas["AccountShape"];
export type Grant = Schemas["GrantShape"];
export type Choices = Schemas["GrantChoices"];
export type PersonAnswer = Schemas["PersonAnswer"];
export type AuditRow = Schemas["AuditRow"];
export type AuditBreak = Schemas["AuditBreak"];
export type AuditVerdict = Schemas["AuditVerdict"];
export type Session = Schemas["SessionShape"];
export type Token = Schemas["TokenShape"];

/** How many lines after it are shown above a line that is looked at. */
const LINES_ABOVE = 5;

/** First words of the keys. */
export const PEOPLE_KEYS = { people: "people", audit: "audit", publication: "publication", sessions: "my-sessions", tokens: "my-tokens" } as const;

export interface PersonForm {
  userName: string;
  name: string;
  department: string | null;
  telephone: string | null;
  needsSecondFactor: boolean;
  isDisabled: boolean;
  grants: Grant[];
}

export function usePeople() {
  return useQuery({ queryKey: [PEOPLE_KEYS.people], queryFn: ({ signal }) => get<Schemas["PeopleList"]>("/api/people", signal) });
}

export function useChoices() {
  return useQuery({ queryKey: [PEOPLE_KEYS.people, "choices"], queryFn: ({ signal }) => get<Choices>("/api/people/choices", signal) });
}

export async function savePerson(id: number | null, form: PersonForm): Promise<PersonAnswer> {
  return (id === null ? await post<PersonAnswer>("/api/people", form) : await put<PersonAnswer>(`/api/people/${id}`, form)).body;
}

export async function resetPerson(id: number): Promise<PersonAnswer> {
  return (await post<PersonAnswer>(`/api/people/${id}/reset`, {})).body;
}

export async function endSessionsOf(id: number): Promise<void> {
  await post(`/api/people/${id}/sessions/end`, {});
}

/** Which lines of the trail are wanted; the same words for list and export. */
export function auditQuery(person: string, actions: readonly string[], parcelId: number | null): string {
  const query = new URLSearchParams();
  if (person !== "") query.set("person", person);
  actions.forEach((action) => query.append("action", action));
  if (parcelId !== null) query.set("parcel", String(parcelId));
  return query.toString();
}

/** Lines newest first, from the very newest or from shortly above a line that is looked at. */
export function useAudit(query: string, line: number | null) {
  return useInfiniteQuery({
    queryKey: [PEOPLE_KEYS.audit, query, line],
    initialPageParam: line === null ? "" : String(line + LINES_ABOVE),
    queryFn: ({ pageParam, signal }) => get<Schemas["AuditPage"]>(`/api/audit?${query}${pageParam === "" ? "" : `&cursor=${pageParam}`}`, signal),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
}

export const verifyAudit = () => get<AuditVerdict>("/api/audit/verify");

export function usePublication() {
  return useQuery({ queryKey: [PEOPLE_KEYS.publication], queryFn: ({ signal }) => get<Schemas["PublicationSwitch"]>("/api/publication", signal) });
}

export async function switchPublication(isOn: boolean): Promise<void> {
  await put("/api/publication", { isOn });
}

export function useSessions() {
  return useQuery({ queryKey: [PEOPLE_KEYS.sessions], queryFn: ({ signal }) => get<Schemas["SessionList"]>("/api/me/sessions", signal), staleTime: 0 });
}

export function useTokens() {
  return useQuery({ queryKey: [PEOPLE_KEYS.tokens], queryFn: ({ signal }) => get<Schemas["TokenList"]>("/api/me/tokens", signal), staleTime: 0 });
}

export async function signOut(): Promise<void> {
  await post("/api/sign-out", {});
  location.assign("/");
}
