import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { deleteAssembly, keepAssembly, rewriteAssembly, type AssemblyRow } from "../api/assemblies";
import { ProblemError, type Problem } from "../api/problem";
import { useTexts } from "../i18n/language-context";
import { SubmitProblem } from "../ui/form-dialog";

interface KeepFormProps {
  /** The proposal that is open; null for a new one. */
  row: AssemblyRow | null;
  parcels: readonly number[];
  onKept: (row: AssemblyRow) => void;
  onDeleted: () => void;
}

/** Keeps the site under a name, writes it anew, deletes it. */
export function KeepForm({ row, parcels, onKept, onDeleted }: KeepFormProps) {
  const { t } = useTexts();
  const { message, modal } = App.useApp();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const run = async (send: () => Promise<void>) => {
    setIsSending(true);
    setProblem(null);
    try {
      await send();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setIsSending(false);
    }
  };
  const keep = ({ name, note }: { name: string; note?: string }) =>
    run(async () => {
      const said = { name: name.trim(), note: note === undefined || note.trim() === "" ? null : note.trim(), parcels };
      onKept(row === null ? await keepAssembly(said) : await rewriteAssembly(row, said));
      message.success(t.assembly.saved);
    });
  const remove = (kept: AssemblyRow) =>
    modal.confirm({
      title: t.assembly.deleteAsk(kept.name),
      okText: t.assembly.delete,
      cancelText: t.common.cancel,
      focusable: { autoFocusButton: "cancel" },
      onOk: () =>
        run(async () => {
          await deleteAssembly(kept);
          message.success(t.assembly.deleted);
          onDeleted();
        }),
    });
  return (
    <Form layout="vertical" size="small" requiredMark={false} className="draw-save" initialValues={{ name: row?.name ?? "", note: row?.note ?? "" }} onFinish={(entered: { name: string; note?: string }) => void keep(entered)}>
      <Form.Item name="name" label={t.assembly.name} rules={[{ required: true, whitespace: true, message: t.pages.required }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="note" label={t.assembly.note}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2000} />
      </Form.Item>
      {problem !== null && <SubmitProblem problem={problem} />}
      <div className="draw-row">
        {row !== null && (
          <Button size="small" danger onClick={() => remove(row)}>
            {t.assembly.delete}
          </Button>
        )}
        <Button size="small" type="primary" htmlType="submit" loading={isSending}>
          {row === null ? t.assembly.keep : t.assembly.rewrite}
        </Button>
      </div>
    </Form>
  );
}
