import type { components } from "./schema";

type Schemas = components["schemas"];

/** A text of the server in both languages. */
export type Text = Schemas["Text"];

export type CaseRow = Schemas["CaseRow"];
export type CasePage = Schemas["CasePage"];
export type CaseList = Schemas["CaseList"];
export type CaseDetail = Schemas["CaseDetail"];
export type CaseRefusal = Schemas["CaseRefusal"];
export type CaseDocument = Schemas["CaseDocument"];
export type CaseDeadline = Schemas["CaseDeadlineShape"];

export type EnterpriseRow = Schemas["EnterpriseRow"];
export type EnterprisePage = Schemas["EnterprisePage"];
export type EnterpriseGrade = Schemas["EnterpriseGrade"];
export type GradeList = Schemas["GradeList"];
export type EnterpriseDetail = Schemas["EnterpriseDetail"];
export type Metric = Schemas["MetricShape"];
export type StrategyDetail = Schemas["StrategyDetail"];
export type StrategyList = Schemas["StrategyList"];
export type StrategyRequest = Schemas["StrategyRequest"];
export type StrategyGapPage = Schemas["StrategyGapPage"];
export type StrategyFigures = Schemas["StrategyFigures"];

export type RuleSet = Schemas["RuleSetShape"];
export type RuleSetList = Schemas["RuleSetList"];
export type EvaluationRun = Schemas["EvaluationRun"];
export type Evaluated = Schemas["EvaluatedShape"];
export type EvaluationComparison = Schemas["EvaluationComparison"];
export type GradeCounts = Schemas["GradeCounts"];

export type TodayList = Schemas["TodayList"];
export type TodayItem = Schemas["TodayItem"];
export type TodayCount = Schemas["TodayCount"];
