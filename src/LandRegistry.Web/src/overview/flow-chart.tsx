import { useTexts } from "../i18n/language-context";
import { toPage } from "../pages/page-nav";
import { STATUSES } from "../parcels/status";
import { useView } from "../view/view-store";
import { BarLink } from "./bar-list";
import type { OverviewMonth } from "./overview-query";

// Pixels for the tallest columns of both halves together, and for the figures at their ends.
const ROOM = 200;
const FIGURE = 20;

/** The statuses of the stock: suspected to ready. */
export const STOCK = STATUSES.slice(STATUSES.indexOf("suspected"), STATUSES.indexOf("ready") + 1);

/** What entered the stock above the line and what left it below, month by month; each column leads to the difference of its days. */
export function FlowChart({ months }: { months: readonly OverviewMonth[] }) {
  const { t, f } = useTexts();
  const { filters } = useView();
  const [most, mostLeft] = [Math.max(1, ...months.map(({ entered }) => entered)), Math.max(1, ...months.map(({ left }) => left))];
  const height = (count: number, further = 0) => `${Math.round((ROOM * count) / (most + mostLeft)) + further}px`;
  const to = (month: OverviewMonth, list: string) => ({
    ...toPage("difference"),
    filters: { ...filters, statuses: STOCK },
    particulars: { from: dayBefore(month.from), to: month.to, list },
  });
  return (
    <div className="flow-chart" role="group" aria-label={t.overview.flow}>
      {months.map((month) => (
        <div key={month.from} className="flow-chart__month">
          <BarLink to={to(month, "entered")} label={t.overview.enteredIn(month.from.slice(0, 7), f.count(month.entered))}>
            <span className="flow-chart__up" style={{ height: height(most, FIGURE) }}>
              <span className="numeric">{f.count(month.entered)}</span>
              <span className="flow-chart__bar flow-chart__bar--in" style={{ height: height(month.entered) }} />
            </span>
          </BarLink>
          <BarLink to={to(month, "left")} label={t.overview.leftIn(month.from.slice(0, 7), f.count(month.left))}>
            <span className="flow-chart__down" style={{ height: height(mostLeft, FIGURE) }}>
              <span className="flow-chart__bar flow-chart__bar--out" style={{ height: height(month.left) }} />
              <span className="numeric">{f.count(month.left)}</span>
            </span>
          </BarLink>
          <span className="flow-chart__name muted numeric">{month.from.slice(2, 7)}</span>
        </div>
      ))}
    </div>
  );
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
