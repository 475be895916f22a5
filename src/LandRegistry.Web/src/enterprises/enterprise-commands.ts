import { postOnVersion, putOnVersion } from "../api/http";
import type { EnterpriseDetail } from "../api/office-types";
import type { components } from "../api/schema";
import { versionTag } from "../api/version-tag";

type Schemas = components["schemas"];
type Versioned = Pick<EnterpriseDetail, "id" | "version">;

export function describeEnterprise(enterprise: Versioned, body: Schemas["DescribeEnterpriseRequest"]) {
  return putOnVersion<EnterpriseDetail>(`/api/enterprises/${enterprise.id}`, versionTag(enterprise), body);
}

export function addMetric(enterprise: Versioned, body: Schemas["MetricRequest"]) {
  return postOnVersion<EnterpriseDetail>(`/api/enterprises/${enterprise.id}/metrics`, versionTag(enterprise), body);
}

export function addState(enterprise: Versioned, body: Schemas["StateRequest"]) {
  return postOnVersion<EnterpriseDetail>(`/api/enterprises/${enterprise.id}/operating-states`, versionTag(enterprise), body);
}

export function addSignal(enterprise: Versioned, body: Schemas["SignalRequest"]) {
  return postOnVersion<EnterpriseDetail>(`/api/enterprises/${enterprise.id}/signals`, versionTag(enterprise), body);
}
