import { DownloadOutlined } from "@ant-design/icons";
import { Alert, Button, Input, Modal, Select, Segmented, Spin } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { useEngine } from "../map/map-engine";
import { download } from "../ui/download";
import type { SheetContent } from "./draw-sheet";
import { makeSheet, PREVIEW_DOTS_PER_INCH, sheetFile, usualScale, type SheetChoice, type SheetFormat } from "./make-sheet";
import { PAPERS, SCALES, type Orientation, type Paper } from "./sheet-layout";
import { notePrint } from "./print-notes";
import { useSheetContent } from "./use-sheet-content";

/** The map as a sheet of paper: chosen, looked at, taken away. */
export default function PrintDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const engine = useEngine();
  const { usualTitle, ...said } = useSheetContent();
  const [choice, setChoice] = useState<SheetChoice>({ paper: "A4", orientation: "landscape", format: "pdf" });
  const [title, setTitle] = useState<string | null>(null);
  const [chosenScale, setChosenScale] = useState<number | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const denominator = chosenScale ?? (engine === null ? 10_000 : usualScale(engine, choice));
  const content: SheetContent = {
    ...said,
    title: title ?? usualTitle,
    denominator,
    latitude: engine?.getCenter().lat ?? 0,
    scale: `1 : ${denominator.toLocaleString("en").replaceAll(",", " ")}`,
  };
  const make = () => {
    if (engine === null) return;
    setIsMaking(true);
    setHasFailed(false);
    notePrint(`map ${choice.paper} ${content.scale} ${content.title}`)
      .then(() => sheetFile(engine, choice, content))
      .then((file) => download(file, `${content.title.replace(/[\\/:*?"<>|\s]+/g, "-")}-${today()}-${choice.paper}.${choice.format}`))
      .catch(() => setHasFailed(true))
      .finally(() => setIsMaking(false));
  };
  return (
    <Modal open onCancel={onClose} title={t.print.open} footer={null} width={920} centered destroyOnHidden>
      <div className="print-dialog">
        <div className="print-dialog__choices">
          <label>
            <span>{t.print.titleField}</span>
            <Input value={content.title} maxLength={120} onChange={(event) => setTitle(event.target.value)} />
          </label>
          <Choice label={t.print.paper} options={Object.keys(PAPERS) as Paper[]} value={choice.paper} onChange={(paper) => setChoice({ ...choice, paper })} />
          <Choice label={t.print.orientation} options={["landscape", "portrait"] as Orientation[]} names={t.print.orientations} value={choice.orientation} onChange={(orientation) => setChoice({ ...choice, orientation })} />
          <Choice label={t.print.format} options={["pdf", "png"] as SheetFormat[]} names={{ pdf: "PDF", png: "PNG" }} value={choice.format} onChange={(format) => setChoice({ ...choice, format })} />
          <label>
            <span>{t.print.scale}</span>
            <Select
              aria-label={t.print.scale}
              value={denominator}
              options={SCALES.map((scale) => ({ value: scale, label: `1 : ${scale.toLocaleString("en").replaceAll(",", " ")}` }))}
              onChange={setChosenScale}
            />
          </label>
          {hasFailed && <Alert type="error" showIcon title={t.print.failed} description={t.print.failedHint} />}
          <Button type="primary" icon={<DownloadOutlined />} loading={isMaking} onClick={make}>
            {isMaking ? t.print.making : t.print.download}
          </Button>
          <p className="muted">{t.print.fineness}</p>
        </div>
        <Preview choice={choice} content={content} />
      </div>
    </Modal>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly T[];
  names?: Record<T, string>;
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, options, names, value, onChange }: ChoiceProps<T>) {
  return (
    <div className="print-dialog__choice">
      <span>{label}</span>
      <Segmented<T> aria-label={label} value={value} options={options.map((option) => ({ value: option, label: names?.[option] ?? option }))} onChange={onChange} />
    </div>
  );
}

/** The sheet as it will be, coarser. */
function Preview({ choice, content }: { choice: SheetChoice; content: SheetContent }) {
  const { t } = useTexts();
  const engine = useEngine();
  const host = useRef<HTMLDivElement>(null);
  const [isWaiting, setIsWaiting] = useState(true);
  const signature = useMemo(() => JSON.stringify([choice.paper, choice.orientation, content]), [choice, content]);
  useEffect(() => {
    if (engine === null) return;
    let isWanted = true;
    setIsWaiting(true);
    // A title is typed letter by letter.
    const waiting = setTimeout(() => {
      makeSheet(engine, choice, content, PREVIEW_DOTS_PER_INCH)
        .then(({ pen }) => isWanted && host.current?.replaceChildren(pen.canvas))
        .catch(() => undefined)
        .finally(() => isWanted && setIsWaiting(false));
    }, 400);
    return () => {
      isWanted = false;
      clearTimeout(waiting);
    };
    // The signature holds what the sheet depends on.
  }, [engine, signature]);
  return (
    <Spin spinning={isWaiting}>
      <div className="print-dialog__preview" role="img" aria-label={t.print.preview} ref={host} />
    </Spin>
  );
}
