import type { MouseEvent } from "react";
import { useTexts } from "../i18n/language-context";
import { addressOf, changeView, useView } from "../view/view-store";
import { PAGES, type Page, type View } from "../view/view-url";

/** What goes along to another page: the filters and the place on the map stay, what was open there does not. */
export function toPage(page: Page): Partial<View> {
  return { page, selected: null, tab: null, particulars: {} };
}

/** The pages of the register as links, so that they can be reached by keyboard and opened in a window of their own. */
export function PageNav() {
  const { t } = useTexts();
  const view = useView();
  const go = (event: MouseEvent, page: Page) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (view.page !== page) changeView(toPage(page));
  };
  return (
    <nav className="page-nav" aria-label={t.pages.label}>
      {PAGES.map((page) => (
        <a key={page} href={addressOf(toPage(page))} aria-current={view.page === page ? "page" : undefined} onClick={(event) => go(event, page)}>
          {t.pages[page]}
        </a>
      ))}
    </nav>
  );
}
