import { Alert, Button, Form, Segmented, Select } from "antd";
import { useState } from "react";
import { useTexts } from "../i18n/language-context";
import { ProblemAlert } from "../ui/problem-alert";
import { useView } from "../view/view-store";
import { ExportChecked } from "./export-checked";
import { asks, ENCODINGS, exportQuery, FORMATS, LEDGER_FORMATS, ledgerQuery, systemsOf, type Encoding, type ExportChoice, type Format } from "./export-query";
import { SystemSelect } from "./system-select";
import { useExport } from "./use-export";

const FIRST: ExportChoice = { format: "xlsx", columns: "screen", crs: "4490", encoding: "UTF-8", values: "words" };

interface ExportFormProps {
  noun: "parcels" | "money";
  filter: URLSearchParams;
  onClose: () => void;
}

/** How the file shall be; says beforehand what it cannot hold. */
export function ExportForm({ noun, filter, onClose }: ExportFormProps) {
  const { t, language } = useTexts();
  const { sort } = useView();
  const [choice, setChoice] = useState(FIRST);
  const { check, problem, isChecking, hasBegun, start, forget } = useExport();
  const asked = asks(choice.format);
  const change = (next: Partial<ExportChoice>) => {
    forget();
    setChoice({ ...choice, ...next });
  };
  const chooseFormat = (format: Format) => change({ format, crs: systemsOf(format)[0] ?? "4490", values: format === "xlsx" || format === "csv" || format === "kml" ? "words" : "codes" });
  const send = (wanted: ExportChoice) =>
    start(noun, noun === "money" ? ledgerQuery(wanted.format, filter, language) : exportQuery(wanted, filter, sort, language), asks(wanted.format).encoding);
  const takeEncoding = (encoding: Encoding) => {
    change({ encoding });
    void send({ ...choice, encoding });
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => void send(choice)}>
      <Form.Item label={t.exports.format}>
        <Select<Format> aria-label={t.exports.format} value={choice.format} options={(noun === "money" ? LEDGER_FORMATS : FORMATS).map((value) => ({ value, label: t.exports.formats[value] }))} onChange={chooseFormat} />
      </Form.Item>
      {noun === "parcels" && asked.columns && <ColumnFields choice={choice} onChange={change} />}
      {asked.crs && <SystemSelect systems={systemsOf(choice.format)} value={choice.crs} onChange={(crs) => change({ crs })} />}
      {asked.encoding && (
        <Form.Item label={t.exports.encoding} extra={t.exports.encodingHint}>
          <Segmented<Encoding> aria-label={t.exports.encoding} value={choice.encoding} options={[...ENCODINGS]} onChange={(encoding) => change({ encoding })} />
        </Form.Item>
      )}
      {check !== null && <ExportChecked check={check} choice={choice} onEncoding={takeEncoding} />}
      {check === null && hasBegun && <Alert type="success" showIcon role="status" title={t.exports.begun} />}
      {problem !== null && <ProblemAlert problem={problem} title={t.pages.failedTitle} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t.common.close}</Button>
        <Button type="primary" htmlType="submit" loading={isChecking}>
          {isChecking ? t.exports.checking : t.exports.submit}
        </Button>
      </div>
    </Form>
  );
}

/** Which columns, and whether codes are written in words. */
function ColumnFields({ choice, onChange }: { choice: ExportChoice; onChange: (next: Partial<ExportChoice>) => void }) {
  const { t } = useTexts();
  const columns = (["screen", "all"] as const).map((value) => ({ value, label: t.exports.columnChoices[value] }));
  const values = (["words", "codes"] as const).map((value) => ({ value, label: t.exports.valueChoices[value] }));
  return (
    <div className="form-row">
      <Form.Item label={t.exports.columns}>
        <Segmented<"screen" | "all"> aria-label={t.exports.columns} value={choice.columns} options={columns} onChange={(next) => onChange({ columns: next })} />
      </Form.Item>
      <Form.Item label={t.exports.values}>
        <Segmented<"words" | "codes"> aria-label={t.exports.values} value={choice.values} options={values} onChange={(next) => onChange({ values: next })} />
      </Form.Item>
    </div>
  );
}
