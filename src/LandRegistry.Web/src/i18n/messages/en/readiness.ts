import { plural, type Wording } from "../wording";
import type { readinessZh } from "../zh/readiness";

export const readinessEn: Wording<typeof readinessZh> = {
  title: "Readiness for re-tender",
  failed: "Readiness is not available at the moment",
  ready: "Every item holds: ready for re-tender",
  notReady: (holding, all) => `${holding} of ${all} items hold: not ready for re-tender`,
  missing: (count) => plural(count, "item stands between it and a re-tender", "items stand between it and a re-tender"),
  more: (count) => `${count} more`,
  all: "Item by item",
  since: (date) => `since ${date}`,
  record: (kind) => `Record: ${kind}`,
  release: "Record the release",
  states: { holds: "Holds", blocked: "Does not hold", unknown: "Not known" },
  ripeTitle: "Ripe for the start of revitalization",
  ripe: "Ripe for the start of revitalization",
  notRipe: "Ripe once every item holds",
};
