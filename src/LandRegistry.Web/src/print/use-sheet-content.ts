import { useShownCounts, useZones } from "../api/queries";
import { CHANGE_KINDS, CHANGE_LOOKS } from "../comparison/change-looks";
import { useDifferenceCounts } from "../difference/difference-queries";
import { useFilterValue } from "../filters/filter-words";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { STATUSES } from "../parcels/status";
import { activeFilters } from "../view/filters";
import { useView } from "../view/view-store";
import type { SheetContent } from "./draw-sheet";

/** What the sheet says about the map that is on the screen; title and scale are chosen on the dialog. */
export function useSheetContent(): Omit<SheetContent, "title" | "denominator" | "latitude" | "scale"> & { usualTitle: string } {
  const texts = useTexts();
  const { t, f, pick } = texts;
  const { filters, asOf, comparedWith } = useView();
  const counts = new Map((useShownCounts(filters).data?.groups ?? []).map(({ key, count }) => [key, count]));
  const total = useShownCounts(filters).data?.total.count;
  const changes = useDifferenceCounts({ from: comparedWith ?? today(), to: asOf }, filters).data?.counts;
  const nameOf = useFilterValue(filters, texts);
  const zones = useZones().data ?? [];
  const zone = zones.find(({ id, parentId }) => (filters.zones.length === 1 ? id === filters.zones[0] : parentId === null));
  const day = f.date(asOf ?? today());
  const on = activeFilters(filters).map(nameOf);
  const filtered = on.length === 0 ? t.filters.none : `${t.filters.active}${t.print.colon}${on.join(t.print.separator)}`;
  const compared = comparedWith === null ? [] : [t.comparison.between(f.date(comparedWith), day)];
  return {
    usualTitle: zone === undefined ? t.print.title : `${pick(zone.nameZh, zone.nameEn)} ${t.print.title}`,
    subtitle: [t.print.asOf(day), ...compared, filtered, ...(total === undefined ? [] : [t.common.parcels(f.count(total))])].join(" · "),
    legendTitle: t.map.legend,
    legend: STATUSES.filter((status) => (counts.get(status) ?? 0) > 0).map((status) => ({ status, name: t.status[status], count: f.count(counts.get(status) ?? 0) })),
    marks: [
      { mark: "point", name: t.map.unsurveyed },
      { mark: "hold", name: t.map.onHold },
    ],
    signs:
      comparedWith === null
        ? []
        : CHANGE_KINDS.map((kind) => ({ ...CHANGE_LOOKS[kind], name: t.difference.kinds[kind] ?? kind, count: changes ? f.count(changes[kind]) : "" })),
    north: t.print.north,
    foot: t.print.foot,
    footEnd: t.print.printedOn(f.date(today())),
  };
}
