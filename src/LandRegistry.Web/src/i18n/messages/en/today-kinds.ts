import type { Wording } from "../wording";
import type { todayKindsZh } from "../zh/today-kinds";

export const todayKindsEn: Wording<typeof todayKindsZh> = {
  suspicion: "Suspected idle",
  fee: "Fee possible",
  recovery: "Recovery possible",
  case_deadline: "Case deadline",
  tender_deadline: "Tender deadline",
  strategy_step: "Step of a plan",
  hold_ending: "Hold ends",
  readiness_lost: "No longer ready",
};
