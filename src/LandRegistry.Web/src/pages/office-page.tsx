import { Skeleton } from "antd";
import { lazy, Suspense, type ComponentType } from "react";
import { useTexts } from "../i18n/language-context";
import type { Page } from "../view/view-url";

/** Each page beside the map is a file of its own, fetched when it is first opened. */
const PAGE_VIEWS: Record<Exclude<Page, "map">, ComponentType> = {
  today: lazy(() => import("../today/today-page")),
  overview: lazy(() => import("../overview/overview-page")),
  retender: lazy(() => import("../retender/retender-page")),
  cases: lazy(() => import("../cases/cases-page")),
  enterprises: lazy(() => import("../enterprises/enterprises-page")),
  evaluation: lazy(() => import("../evaluation/evaluation-page")),
  difference: lazy(() => import("../difference/difference-page")),
  field: lazy(() => import("../field/field-page")),
};

export function OfficePage({ page }: { page: Exclude<Page, "map"> }) {
  const { t } = useTexts();
  const View = PAGE_VIEWS[page];
  return (
    <section className="office-page" aria-label={t.pages[page]}>
      <Suspense fallback={<Skeleton active className="office-page__waiting" />}>
        <View key={page} />
      </Suspense>
    </section>
  );
}
