import { Button, Segmented, Select } from "antd";
import { useMemo } from "react";
import type { TodayCount } from "../api/office-types";
import { useTexts } from "../i18n/language-context";
import { OfficeHead } from "../pages/office-head";
import { FilterInput } from "../ui/filter-input";
import { choose, useView } from "../view/view-store";
import { ZoneSelect } from "../zones/zone-select";
import { TodayList } from "./today-list";
import { HORIZONS, TODAY_KINDS, useToday, type TodayFilter } from "./today-queries";
import { sumsOf } from "./today-sums";

/** Everything due, overdue or newly raised, by day and person. */
export default function TodayPage() {
  const { t, f, pick } = useTexts();
  const { particulars, filters } = useView();
  const wanted: TodayFilter = {
    within: HORIZONS.find((days) => String(days) === particulars.within) ?? 30,
    kinds: TODAY_KINDS.filter((kind) => particulars.kind?.split(",").includes(kind)),
    person: particulars.person ?? "",
    zones: filters.zones,
  };
  const pages = useToday(wanted);
  const counts = pages.data?.pages[0]?.counts;
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.days.flatMap((day) => day.items)), [pages.data]);
  const kindNames = new Map((counts ?? []).map((count) => [count.kind, pick(count.name.zh, count.name.en)]));
  return (
    <>
      <OfficeHead page="today" {...(counts === undefined ? {} : { count: headCount(counts, (overdue, raised, due) => t.today.counts(f.count(overdue), f.count(raised), f.count(due))) })}>
        <FilterInput label={t.today.person} placeholder={t.today.anyone} value={wanted.person} onChange={(person) => choose({ person }, "replace")} />
        <Select
          mode="multiple"
          allowClear
          maxTagCount={1}
          className="kind-select"
          aria-label={t.today.kind}
          placeholder={t.today.allKinds}
          value={wanted.kinds}
          options={TODAY_KINDS.map((kind) => ({ value: kind, label: kindNames.get(kind) ?? t.todayKinds[kind] }))}
          onChange={(kinds) => choose({ kind: kinds.join(",") })}
        />
        <ZoneSelect />
        <Segmented
          aria-label={t.today.within}
          value={wanted.within}
          options={HORIZONS.map((days) => ({ value: days, label: t.today.days(days) }))}
          onChange={(days) => choose({ within: String(days) })}
        />
      </OfficeHead>
      <div className="office-body">
        {counts !== undefined && <KindCounts counts={counts} chosen={wanted.kinds} />}
        <TodayList items={items} isError={pages.isError} asOf={pages.data?.pages[0]?.asOf} />
        {pages.hasNextPage && (
          <div className="office-table__more">
            <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t.pages.loadMore}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

/** A raised item that lies back is no overdue task; only what somebody was to do counts as such. */
function headCount(counts: readonly TodayCount[], print: (overdue: number, raised: number, due: number) => string): string {
  const { overdue, raised, due } = sumsOf(counts);
  return print(overdue, raised, due);
}

function KindCounts({ counts, chosen }: { counts: readonly TodayCount[]; chosen: readonly string[] }) {
  const { t, f, pick } = useTexts();
  return (
    <div className="figure-cards figure-cards--small">
      {counts.map((count) => {
        const isOn = chosen.length === 1 && chosen[0] === count.kind;
        const print = (value: number) => (count.isCapped && value > 0 ? t.today.atLeast(f.count(value)) : f.count(value));
        return (
          <button key={count.kind} type="button" aria-pressed={isOn} className="figure-card" onClick={() => choose({ kind: isOn ? "" : count.kind })}>
            <span className="figure-card__name">{pick(count.name.zh, count.name.en)}</span>
            <span className="figure-card__parts">
              <CountPart name={t.today.past} value={print(count.past)} isBad={!count.isRaised && count.past > 0} />
              <CountPart name={t.today.onDay} value={print(count.onDay)} />
              <CountPart name={t.today.coming} value={print(count.coming)} />
            </span>
          </button>
        );
      })}
    </div>
  );
}

function CountPart({ name, value, isBad = false }: { name: string; value: string; isBad?: boolean }) {
  return (
    <span className={isBad ? "count-part is-bad" : "count-part"}>
      <strong className="numeric">{value}</strong>
      <span>{name}</span>
    </span>
  );
}
