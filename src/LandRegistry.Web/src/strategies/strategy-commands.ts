import { post, postOnVersion, putOnVersion } from "../api/http";
import type { StrategyDetail, StrategyRequest } from "../api/office-types";
import type { components } from "../api/schema";
import { versionTag } from "../api/version-tag";

type Schemas = components["schemas"];
type Versioned = Pick<StrategyDetail, "id" | "version">;

export function draftStrategy(enterpriseId: number, body: StrategyRequest) {
  return post<StrategyDetail>(`/api/enterprises/${enterpriseId}/strategies`, body);
}

export function redraftStrategy(draft: Versioned, body: StrategyRequest) {
  return putOnVersion<StrategyDetail>(`/api/strategies/${draft.id}`, versionTag(draft), body);
}

export function approveStrategy(draft: Versioned, body: Schemas["ApproveStrategyRequest"]) {
  return postOnVersion<StrategyDetail>(`/api/strategies/${draft.id}/approve`, versionTag(draft), body);
}

export function reportProgress(strategy: Versioned, body: Schemas["StrategyProgressRequest"]) {
  return postOnVersion<StrategyDetail>(`/api/strategies/${strategy.id}/progress`, versionTag(strategy), body);
}

export function markStep(strategy: Versioned, n: number, body: Schemas["StepDoneRequest"]) {
  return postOnVersion<StrategyDetail>(`/api/strategies/${strategy.id}/steps/${n}/done`, versionTag(strategy), body);
}

export function copyStrategy(strategyId: number, body: Schemas["CopyStrategyRequest"]) {
  return post<StrategyDetail>(`/api/strategies/${strategyId}/copy`, body);
}
