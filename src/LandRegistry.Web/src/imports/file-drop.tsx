import { InboxOutlined } from "@ant-design/icons";
import { Upload } from "antd";
import { useEffect, useRef, useState } from "react";
import { ProblemError, type Problem } from "../api/problem";
import { useTexts } from "../i18n/language-context";
import { ProblemAlert } from "../ui/problem-alert";
import { choose } from "../view/view-store";
import { sendFile } from "./import-queries";
import { packFiles } from "./pack-files";
import { WorkProgress } from "./work-progress";

/** A file on its way to the server. */
interface Sending {
  name: string;
  bytes: number;
  sent: number;
  startedAt: number;
}

/** Where files are dropped; several at once are the parts of one. Leaving the page gives up what is still on its way. */
export function FileDrop() {
  const { t } = useTexts();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const send = async (files: readonly File[]) => {
    const stop = new AbortController();
    stopper.current = stop;
    setProblem(null);
    setSending({ name: files.map(({ name }) => name).join(t.common.listSeparator), bytes: 0, sent: 0, startedAt: Date.now() });
    try {
      const file = files.length === 1 ? files[0]! : await packFiles(files);
      setSending({ name: file.name, bytes: file.size, sent: 0, startedAt: Date.now() });
      const { body } = await sendFile(file, (sent) => setSending((before) => before && { ...before, sent }), stop.signal);
      choose({ import: String(body.id) });
    } catch (error) {
      if (stop.signal.aborted) return;
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setSending(null);
    }
  };
  // Every file is told of with all those that were chosen with it; they go with the first.
  const take = (file: File, all: File[]) => {
    if (file === all[0]) void send(all);
    return Upload.LIST_IGNORE;
  };
  return (
    <section className="imports-drop" aria-label={t.imports.begin}>
      {sending === null ? (
        <Upload.Dragger multiple showUploadList={false} beforeUpload={take}>
          <p className="ant-upload-drag-icon">
            <InboxOutlined aria-hidden />
          </p>
          <p className="ant-upload-text">{t.imports.drop}</p>
          <p className="ant-upload-hint">{t.imports.formats}</p>
        </Upload.Dragger>
      ) : (
        <SendingWork sending={sending} onStop={() => stopper.current?.abort()} />
      )}
      {problem !== null && <ProblemAlert problem={problem} title={t.pages.failedTitle} />}
    </section>
  );
}

function SendingWork({ sending, onStop }: { sending: Sending; onStop: () => void }) {
  const { t, f } = useTexts();
  const share = sending.bytes === 0 ? 0 : sending.sent / sending.bytes;
  return (
    <WorkProgress
      title={t.imports.sending(sending.name)}
      share={share}
      startedAt={sending.startedAt}
      tell={(seconds) => [t.imports.sent(f.number(sending.sent / 1e6, 1), f.number(sending.bytes / 1e6, 1)), ...(seconds > 1 && sending.sent > 0 ? [t.imports.sendingSpeed(f.number(sending.sent / 1e6 / seconds, 1))] : [])]}
      onStop={onStop}
    />
  );
}
