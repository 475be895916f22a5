import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { makePackage, packageAddress } from "../api/field-work";
import { ProblemError, type Problem } from "../api/problem";
import { useTexts } from "../i18n/language-context";
import { SubmitProblem } from "../ui/form-dialog";
import { download } from "./download";

/** Makes a package for work in the field of the parcels on screen, and downloads it. */
export function FieldPackageForm({ filter, onClose }: { filter: URLSearchParams; onClose: () => void }) {
  const { t, language } = useTexts();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const send = async ({ name }: { name: string }) => {
    setIsSending(true);
    setProblem(null);
    try {
      const { body } = await makePackage(filter, name.trim(), language);
      download(packageAddress(body.id));
      message.success(t.fieldWork.made);
      await client.invalidateQueries({ queryKey: ["field-packages"] });
      onClose();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setProblem(error.problem);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <Form<{ name: string }> layout="vertical" requiredMark={false} onFinish={(entered) => void send(entered)}>
      <Form.Item name="name" label={t.fieldWork.packageName} extra={t.fieldWork.packageHint} rules={[{ required: true, whitespace: true, message: t.pages.required }]}>
        <Input maxLength={100} />
      </Form.Item>
      {problem !== null && <SubmitProblem problem={problem} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t.common.close}</Button>
        <Button type="primary" htmlType="submit" loading={isSending}>
          {t.fieldWork.make}
        </Button>
      </div>
    </Form>
  );
}
