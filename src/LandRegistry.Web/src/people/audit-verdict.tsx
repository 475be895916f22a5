import { Alert, Button } from "antd";
import { useTexts } from "../i18n/language-context";
import { choose } from "../view/view-store";
import type { AuditBreak, AuditVerdict } from "./people-queries";

/** Whether the chain of the trail is whole; where it breaks, each place leads to its line. */
export function AuditVerdictAlert({ verdict }: { verdict: AuditVerdict }) {
  const { t, f } = useTexts();
  if (verdict.isWhole) {
    return (
      <Alert
        className="pane-notice audit-verdict"
        type="success"
        showIcon
        title={t.people.whole(f.count(verdict.sealed))}
        description={verdict.head === null ? undefined : <>{t.people.head}<br /><code>{verdict.head}</code></>}
      />
    );
  }
  const places = f.count(verdict.breaks.length);
  return (
    <Alert
      className="pane-notice audit-verdict"
      type="error"
      showIcon
      title={verdict.hasMore ? t.people.brokenMore(places) : t.people.broken(places)}
      description={
        <ul className="audit-breaks">
          {verdict.breaks.map((at) => (
            <li key={at.link}>
              <Button type="link" size="small" onClick={() => lookAt(at)}>
                {t.people.brokenAt(f.count(at.link), at.missing, f.count(at.link + at.missing - 1))}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** The line is looked for among all lines: what narrows them is taken away. */
function lookAt(at: AuditBreak): void {
  choose({ line: String(at.lineId), person: "", of: "", kind: "" });
}
