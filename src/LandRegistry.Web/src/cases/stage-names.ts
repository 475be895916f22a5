import type { Text } from "../api/office-types";
import type { CaseStage } from "./case-stages";

/** Names of the stages (docs/glossary.md), for those of which the server has not said anything yet. */
export const CASE_STAGE_NAMES: Record<CaseStage, Text> = {
  watched: { zh: "监测中", en: "Watched" },
  suspected: { zh: "疑似闲置", en: "Suspected idle" },
  investigating: { zh: "调查中", en: "Under investigation" },
  determined: { zh: "已认定", en: "Determined" },
  plan_drafted: { zh: "方案拟订", en: "Plan drafted" },
  approved: { zh: "方案批准", en: "Plan approved" },
  disposing: { zh: "处置中", en: "Being disposed of" },
  disposed: { zh: "处置完毕", en: "Disposed of" },
  reserved: { zh: "收储在库", en: "In reserve" },
  retendered: { zh: "再出让", en: "Re-tendered" },
  started: { zh: "再动工", en: "Started anew" },
  completed: { zh: "竣工", en: "Completed" },
  at_capacity: { zh: "达产", en: "At capacity" },
  not_idle: { zh: "排除", en: "Not idle" },
  closed_out: { zh: "销号", en: "Closed out" },
};
