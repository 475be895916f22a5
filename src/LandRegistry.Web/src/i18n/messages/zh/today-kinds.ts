/** Kinds of the day's list, for as long as the server has not named them. */
export const todayKindsZh = {
  suspicion: "疑似闲置",
  fee: "可征缴闲置费",
  recovery: "可无偿收回",
  case_deadline: "案件期限",
  tender_deadline: "招拍挂期限",
  strategy_step: "方案步骤",
  hold_ending: "暂缓到期",
  readiness_lost: "不再具备再出让条件",
};
