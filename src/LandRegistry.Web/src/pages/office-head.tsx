import type { ReactNode } from "react";
import { useTexts } from "../i18n/language-context";
import type { Page } from "../view/view-url";

/** Title, count and filters of a page. */
export function OfficeHead({ page, count, children }: { page: Page; count?: string; children?: ReactNode }) {
  const { t } = useTexts();
  return (
    <header className="office-head">
      <h2>{t.pages[page]}</h2>
      {count !== undefined && (
        <span className="muted numeric" role="status">
          {count}
        </span>
      )}
      {children !== undefined && <div className="office-head__filters">{children}</div>}
    </header>
  );
}
