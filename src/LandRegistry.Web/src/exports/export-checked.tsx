import { Alert, Button } from "antd";
import type { components } from "../api/schema";
import { useTexts } from "../i18n/language-context";
import { isWithoutBoundary } from "./use-export";
import { ENCODINGS, type Encoding, type ExportChoice } from "./export-query";

type Check = components["schemas"]["ExportCheck"];

/** What the file holds, what of it was cut, or why there is none. */
export function ExportChecked({ check, choice, onEncoding }: { check: Check; choice: ExportChoice; onEncoding: (encoding: Encoding) => void }) {
  const { t, f, pick } = useTexts();
  if (check.lost > 0) {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t.exports.lost(f.count(check.lost), choice.encoding, check.lostLetters)}
        description={
          <span className="export-other">
            {t.exports.lostHint}
            {ENCODINGS.filter((one) => one !== choice.encoding).map((one) => (
              <Button key={one} size="small" onClick={() => onEncoding(one)}>
                {one}
              </Button>
            ))}
          </span>
        }
      />
    );
  }
  if (isWithoutBoundary(choice.format, check)) return <Alert type="warning" showIcon role="alert" title={t.exports.withoutBoundary(f.count(check.points))} />;
  const leftOut = choice.format === "txt" ? check.points : 0;
  const cut = check.fields.filter((field) => field.cut > 0);
  return (
    <Alert
      type={cut.length > 0 || leftOut > 0 ? "warning" : "success"}
      showIcon
      role="status"
      title={leftOut > 0 ? t.exports.startedWithout(f.count(check.parcels), f.count(leftOut)) : t.exports.started(f.count(check.parcels), f.count(check.points))}
      description={
        <>
          {cut.map((field) => (
            <div key={field.column}>{t.exports.cut(pick(field.title.zh, field.title.en), f.count(field.cut))}</div>
          ))}
          {choice.format === "shp" && (
            <details>
              <summary>{t.exports.fieldNames}</summary>
              <div className="export-fields">
                {check.fields.map((field) => (
                  <span key={field.column}>
                    <code>{field.field}</code> {pick(field.title.zh, field.title.en)}
                  </span>
                ))}
              </div>
            </details>
          )}
        </>
      }
    />
  );
}
