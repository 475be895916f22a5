import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTexts } from "../i18n/language-context";

interface ListExportProps {
  /** What can be exported of the list: its name, path and query without format and language. */
  nouns: readonly { label: string; path: string; query: URLSearchParams }[];
}

/** The button of a list that hands it out as a spreadsheet, by the filter on screen. */
export function ListExport({ nouns }: ListExportProps) {
  const { t, language } = useTexts();
  const addressOf = (path: string, query: URLSearchParams, format: string) => {
    const whole = new URLSearchParams(query);
    whole.set("format", format);
    whole.set("language", language);
    return `${path}?${whole}`;
  };
  const items = nouns.flatMap(({ label, path, query }) =>
    (["xlsx", "csv"] as const).map((format) => ({
      key: `${path}${label}${format}`,
      label: (
        <a href={addressOf(path, query, format)} download>
          {nouns.length > 1 ? `${label} · ` : ""}
          {t.exports.lists[format]}
        </a>
      ),
    })),
  );
  return (
    <Dropdown menu={{ items }}>
      <Button icon={<DownloadOutlined />}>{t.exports.button}</Button>
    </Dropdown>
  );
}
