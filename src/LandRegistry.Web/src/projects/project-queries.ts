import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get, getWithEtag, post, postOnVersion, putOnVersion } from "../api/http";
import { usePages } from "../api/office-queries";
import type { components } from "../api/schema";
import { versionTag } from "../api/version-tag";
import { floorQuery, matchQuery, poolQuery, type FloorChoice, type MatchChoice, type PoolChoice } from "./project-choice";

type Schemas = components["schemas"];

export type ProjectRow = Schemas["ProjectRow"];
export type ProjectDetail = Schemas["ProjectDetail"];
export type ProjectTally = Schemas["ProjectTally"];
export type ProjectNeeds = Schemas["ProjectNeedsShape"];
export type MatchedSite = Schemas["MatchedSite"];
export type MatchedProject = Schemas["MatchedProject"];
export type Match = Schemas["MatchShape"];
export type Courtship = Schemas["CourtshipShape"];
export type FactoryFloor = Schemas["FloorShape"];
export type IndustryRuleRow = Schemas["IndustryRuleShape"];
/** A parcel or a floor. */
export type SiteKey = { parcelId: number } | { floorId: number };

export function useProjectPages(choice: PoolChoice) {
  return usePages<Schemas["ProjectPage"]>("projects", "/api/projects", poolQuery(choice));
}

/** Totals of what the filters let through, whatever its stage, so that each stage's count is in sight. */
export function useProjectTotals(choice: PoolChoice) {
  const search = poolQuery({ ...choice, stage: null }).toString();
  return useQuery({
    queryKey: ["projects", "totals", search],
    queryFn: ({ signal }) => get<Schemas["ProjectTotals"]>(`/api/projects/totals?${search}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function useProject(id: number, staleAfter: number) {
  return useQuery({ queryKey: ["projects", id, staleAfter], queryFn: async ({ signal }) => (await getWithEtag<ProjectDetail>(`/api/projects/${id}?staleAfter=${staleAfter}`, signal)).body });
}

export function useMatches(id: number, choice: MatchChoice) {
  const search = matchQuery(choice).toString();
  return useQuery({
    queryKey: ["projects", id, "matches", search],
    queryFn: ({ signal }) => get<Schemas["SiteMatches"]>(`/api/projects/${id}/matches?${search}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function useSites(id: number) {
  return useQuery({ queryKey: ["projects", id, "sites"], queryFn: ({ signal }) => get<Schemas["CourtshipList"]>(`/api/projects/${id}/sites`, signal) });
}

export function useFittingProjects(site: SiteKey) {
  const path = "parcelId" in site ? `/api/parcels/${site.parcelId}/projects` : `/api/floors/${site.floorId}/projects`;
  return useQuery({ queryKey: ["projects", "fitting", path], queryFn: ({ signal }) => get<Schemas["ProjectMatches"]>(`${path}?limit=20`, signal) });
}

export function useFloorPages(choice: FloorChoice) {
  return usePages<Schemas["FloorPage"]>("floors", "/api/floors", floorQuery(choice));
}

export function useIndustryRules() {
  return useQuery({ queryKey: ["projects", "industry-rules"], queryFn: ({ signal }) => get<Schemas["IndustryRuleList"]>("/api/industry-rules", signal) });
}

export function sayIndustryRule(body: Schemas["IndustryRuleRequest"]) {
  return post<Schemas["IndustryRuleList"]>("/api/industry-rules", body);
}

export function withdrawIndustryRule(rule: IndustryRuleRow, body: Schemas["WithdrawRuleRequest"]) {
  return postOnVersion<Schemas["IndustryRuleList"]>(`/api/industry-rules/${rule.id}/withdraw`, versionTag(rule), body);
}

export function enterProject(body: Schemas["ProjectRequest"]) {
  return post<ProjectDetail>("/api/projects", body);
}

export function describeProject(project: ProjectRow, body: Schemas["ProjectRequest"]) {
  return putOnVersion<ProjectDetail>(`/api/projects/${project.id}`, versionTag(project), body);
}

export function moveProject(project: ProjectRow, body: Schemas["MoveProjectRequest"]) {
  return postOnVersion<ProjectDetail>(`/api/projects/${project.id}/stage`, versionTag(project), body);
}

export function reviewProject(project: ProjectRow, body: Schemas["ReviewProjectRequest"]) {
  return postOnVersion<ProjectDetail>(`/api/projects/${project.id}/review`, versionTag(project), body);
}

export function shortlistSite(projectId: number, body: Schemas["ShortlistRequest"]) {
  return post<Courtship>(`/api/projects/${projectId}/sites`, body);
}

export function stepSite(courtship: Pick<Courtship, "id" | "version">, body: Schemas["CourtshipStepRequest"]) {
  return postOnVersion<Courtship>(`/api/project-sites/${courtship.id}/step`, versionTag(courtship), body);
}

export function enterFloor(body: Schemas["FloorRequest"]) {
  return post<FactoryFloor>("/api/floors", body);
}

export function describeFloor(floor: FactoryFloor, body: Schemas["FloorRequest"]) {
  return putOnVersion<FactoryFloor>(`/api/floors/${floor.id}`, versionTag(floor), body);
}
