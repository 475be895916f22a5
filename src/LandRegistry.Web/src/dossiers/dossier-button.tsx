import { DownOutlined, FilePdfOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Space } from "antd";
import { useState } from "react";
import { ProblemError } from "../api/problem";
import { useTexts } from "../i18n/language-context";
import { problemTitle } from "../ui/problem-alert";
import { DOSSIER_FORMATS, fetchDossier, MOST_IN_DOSSIER, type DossierChoice } from "./dossier-file";

const LANGUAGES = ["zh", "en"] as const;

/** One click makes the dossier in the user's language as PDF; the arrow offers the others. */
export function DossierButton({ ids, size = "middle", withCount = false }: { ids: readonly number[]; size?: "small" | "middle"; withCount?: boolean }) {
  const texts = useTexts();
  const { t, language } = texts;
  const { message } = App.useApp();
  const [isMaking, setMaking] = useState(false);
  const isUnfit = ids.length === 0 || ids.length > MOST_IN_DOSSIER;

  const make = async (choice: DossierChoice) => {
    setMaking(true);
    try {
      if (!(await fetchDossier(ids, choice))) message.warning(t.dossiers.gone);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      message.error(`${problemTitle(error.problem, texts)}${error.problem.detail === null ? "" : ` — ${texts.pick(error.problem.detailZh, error.problem.detail)}`}`);
    } finally {
      setMaking(false);
    }
  };
  const items = DOSSIER_FORMATS.flatMap((format) =>
    LANGUAGES.map((wanted) => ({ key: `${format}-${wanted}`, label: t.dossiers.choices[`${format}-${wanted}`], onClick: () => void make({ format, language: wanted }) })),
  );
  return (
    <Space.Compact size={size}>
      <Button
        icon={<FilePdfOutlined aria-hidden />}
        loading={isMaking}
        disabled={isUnfit}
        title={ids.length === 0 ? t.dossiers.none : isUnfit ? t.dossiers.tooMany(String(MOST_IN_DOSSIER)) : t.dossiers.hint}
        onClick={() => void make({ format: "pdf", language })}
      >
        {withCount && ids.length > 0 ? t.dossiers.makeOf(String(ids.length)) : t.dossiers.make}
      </Button>
      <Dropdown menu={{ items }} trigger={["click"]} disabled={isUnfit || isMaking}>
        <Button icon={<DownOutlined aria-hidden />} aria-label={t.dossiers.others} disabled={isUnfit || isMaking} />
      </Dropdown>
    </Space.Compact>
  );
}
