import { DownOutlined } from "@ant-design/icons";
import { Dropdown, type MenuProps } from "antd";
import { useLayoutEffect, useRef, useState, type MouseEvent, type RefObject } from "react";
import { useMe } from "../api/queries";
import { useTexts } from "../i18n/language-context";
import { pagesFor } from "../people/pages-for";
import { addressOf, changeView, useView } from "../view/view-store";
import type { Page, View } from "../view/view-url";

/** What goes along to another page: the filters and the place on the map stay, what was open there does not. */
export function toPage(page: Page): Partial<View> {
  return { page, selected: null, tab: null, particulars: {} };
}

/**
 * The pages of the register as links, so that they can be reached by keyboard and opened in a window of their own;
 * those that the window has no room for are in a menu at their end.
 */
export function PageNav() {
  const { t, language } = useTexts();
  const view = useView();
  const pages = pagesFor(useMe().data?.actions);
  const row = useRef<HTMLDivElement>(null);
  const fitting = useFitting(row, `${language}${pages.length}`);
  const go = (event: MouseEvent, page: Page) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (view.page !== page) changeView(toPage(page));
  };
  const link = (page: Page) => (
    <a key={page} href={addressOf(toPage(page))} aria-current={view.page === page ? "page" : undefined} onClick={(event) => go(event, page)}>
      {t.pages[page]}
    </a>
  );
  const others = pages.slice(fitting);
  const items: MenuProps["items"] = others.map((page) => ({ key: page, label: link(page) }));
  return (
    <nav className="page-nav" aria-label={t.pages.label}>
      <div className="page-nav__row" ref={row}>
        {pages.map((page, index) => (
          <span key={page} inert={index >= fitting}>
            {link(page)}
          </span>
        ))}
      </div>
      {others.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items }}>
          <button type="button" className={others.includes(view.page) ? "page-nav__more is-current" : "page-nav__more"} aria-haspopup="menu">
            {others.includes(view.page) ? t.pages[view.page] : t.pages.more}
            <DownOutlined aria-hidden />
          </button>
        </Dropdown>
      )}
    </nav>
  );
}

/** How many children of a row that wraps stand in its first line; measured anew with the row's width and with `key`. */
function useFitting(row: RefObject<HTMLElement | null>, key: string): number {
  const [fitting, setFitting] = useState(Number.MAX_SAFE_INTEGER);
  useLayoutEffect(() => {
    const node = row.current;
    if (node === null) return;
    const measure = () => {
      const children = [...node.children] as HTMLElement[];
      setFitting(children.filter(({ offsetTop }) => offsetTop === children[0]?.offsetTop).length);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [row, key]);
  return fitting;
}
