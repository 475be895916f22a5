import { useLandUses, useZones } from "../api/queries";
import type { Texts } from "../i18n/language-context";
import type { FilterName, Filters } from "../view/filters";

/** A filter that is on, in a few words. */
export function useFilterValue(filters: Filters, { t, f, pick }: Texts): (name: FilterName) => string {
  const zones = useZones().data ?? [];
  const uses = useLandUses().data ?? [];
  const several = (names: string[]) => (names.length <= 2 ? names.join(t.common.listSeparator) : `${names[0]} +${names.length - 1}`);
  const values: Record<FilterName, () => string> = {
    text: () => `“${filters.text}”`,
    statuses: () => several(filters.statuses.map((status) => t.status[status])),
    zones: () => several(filters.zones.map((id) => zones.find((zone) => zone.id === id)).map((zone, index) => (zone ? pick(zone.nameZh, zone.nameEn) : String(filters.zones[index])))),
    uses: () => several(filters.uses.map((code) => uses.find((use) => use.code === code)).map((use, index) => (use ? pick(use.nameZh, use.nameEn) : (filters.uses[index] ?? "")))),
    area: () => {
      const { minAreaMu: least, maxAreaMu: most } = filters;
      const range = least === null ? t.card.atMost(f.number(most)) : most === null ? t.card.atLeast(f.number(least)) : `${f.number(least)}–${f.number(most)}`;
      return t.common.withUnit(range, t.common.mu);
    },
    officers: () => several(filters.officers.map((name) => name || t.filters.noOfficer)),
    causes: () => several(filters.causes.map((cause) => (cause === "" ? t.filters.noCause : (t.idleCauses[cause] ?? cause)))),
    due: () => {
      const { due, dueFrom: from, dueTo: to } = filters;
      if (due !== null) return t.filters.dueNear[due];
      if (from === null) return t.filters.dueBy(f.date(to));
      return to === null ? t.filters.dueSince(f.date(from)) : t.filters.dueBetween(f.date(from), f.date(to));
    },
    readiness: () => several(filters.readiness.map((state) => t.filters.readinessStates[state])),
    blockers: () => t.filters.blockedBy(several(filters.blockers.map((item) => t.retender.items[item as keyof typeof t.retender.items] ?? item))),
    onHold: () => (filters.onHold === true ? t.filters.holdOnly : t.filters.holdNone),
  };
  return (name) => values[name]();
}
