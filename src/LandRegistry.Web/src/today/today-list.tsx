import { Skeleton } from "antd";
import type { KeyboardEvent } from "react";
import type { TodayItem } from "../api/office-types";
import { printCitation } from "../i18n/citation";
import { useTexts, type Texts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { DueMark } from "../ui/due-mark";
import { daysBetween } from "../ui/urgency";
import { changeView, useView } from "../view/view-store";
import { groupsOf, type TodayGroup } from "./today-groups";

interface TodayListProps {
  items: readonly TodayItem[] | undefined;
  isError: boolean;
  asOf: string | undefined;
}

/** The items under their days; each leads to the parcel's case, or to the strategy. */
export function TodayList({ items, isError, asOf }: TodayListProps) {
  const { t } = useTexts();
  if (items === undefined || asOf === undefined) return isError ? <p className="office-empty">{t.pages.failed}</p> : <Skeleton active paragraph={{ rows: 8 }} />;
  const groups = groupsOf(items);
  if (groups.length === 0) {
    return (
      <p className="office-empty">
        <strong>{t.today.empty}</strong> <span className="muted">{t.today.emptyHint}</span>
      </p>
    );
  }
  return (
    <div className="today">
      {groups.map((group) => (
        <section key={`${group.kind}/${group.day}`} className={`today__group today__group--${group.kind}`}>
          <GroupHead group={group} asOf={asOf} />
          <ul className="today__items">
            {group.items.map((item, index) => (
              <ItemLine key={`${item.kind}/${item.parcelId}/${item.strategyId}/${index}`} item={item} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function GroupHead({ group, asOf }: { group: TodayGroup; asOf: string }) {
  const { t, f } = useTexts();
  const ahead = daysBetween(asOf, group.day);
  const date = f.date(group.day);
  const title = group.kind === "overdue" ? t.today.overdue : ahead === 0 ? t.today.todayIs(date) : ahead === 1 ? t.today.tomorrowIs(date) : date;
  return (
    <h3 className="today__head">
      <span>{title}</span>
      {group.kind === "day" && <span className="muted">{t.today.weekdays[new Date(`${group.day}T00:00:00Z`).getUTCDay()]}</span>}
      <span className="muted numeric">{group.items.length}</span>
    </h3>
  );
}

/** Where an item leads: a step to the enterprise's strategy, all else to the parcel, a deadline to its case. */
function open(item: TodayItem): void {
  if (item.enterpriseId !== null && item.strategyId !== null) changeView({ page: "enterprises", selected: null, particulars: { enterprise: String(item.enterpriseId), part: "strategy" } });
  else if (item.parcelId !== null) changeView({ selected: item.parcelId, tab: item.caseId !== null ? "case" : item.kind === "hold_ending" ? null : item.kind === "readiness_lost" ? "readiness" : item.kind === "tender_deadline" ? "tender" : "clock" });
}

function ItemLine({ item }: { item: TodayItem }) {
  const texts = useTexts();
  const { t, pick } = texts;
  const { selected } = useView();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(item);
  };
  const isSelected = item.parcelId !== null && item.parcelId === selected;
  return (
    <li>
      <div className={isSelected ? "today-item is-selected" : "today-item"} role="link" tabIndex={0} onClick={() => open(item)} onKeyDown={onKeyDown}>
        <span className="today-item__kind">{pick(item.kindName.zh, item.kindName.en)}</span>
        <span className="today-item__what">
          <span className="today-item__says">{pick(item.says.zh, item.says.en)}</span>
          <span className="muted">{[subjectOf(item, texts), item.article === null ? "" : printCitation(item.article, texts.language)].filter(Boolean).join(" · ")}</span>
        </span>
        <span className="today-item__who">
          <span className={item.person === null ? "unknown" : undefined}>{item.person ?? t.today.nobody}</span>
          {item.who !== null && <span className="muted">{t.due.who[item.who] ?? item.who}</span>}
        </span>
        <span className="today-item__due">{item.state === "raised" ? <span className="due-mark due-mark--later">{t.today.raised}</span> : <DueMark daysLeft={item.daysLeft} />}</span>
      </div>
    </li>
  );
}

/** The parcel or the enterprise that an item is about. */
function subjectOf(item: TodayItem, { t }: Texts): string {
  const parcel = item.parcelId === null ? null : parcelLabel({ id: item.parcelId, name: item.parcelName, code: item.parcelCode }, t);
  return [parcel, item.enterpriseName].filter(Boolean).join(" · ");
}
