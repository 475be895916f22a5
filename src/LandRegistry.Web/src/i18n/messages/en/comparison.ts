import type { Wording } from "../wording";
import type { comparisonZh } from "../zh/comparison";

export const comparisonEn: Wording<typeof comparisonZh> = {
  compare: "Compare",
  since: "Changes since",
  between: (from, to) => `Changes from ${from} to ${to}`,
  list: "Changes between the days",
  kind: "Kind of change",
};
