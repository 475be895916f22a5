import { Button, Form, Input } from "antd";
import { post } from "../api/http";
import { useTexts } from "../i18n/language-context";
import { SubmitProblem } from "../ui/form-dialog";
import { useSubmit } from "../ui/use-submit";

interface Entered {
  old: string;
  next: string;
  again: string;
}

/** Another password for oneself; all other sessions end. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const { problem, isSending, submit } = useSubmit({ onDone });
  return (
    <Form<Entered> layout="vertical" requiredMark={false} onFinish={({ old, next }) => void submit(() => post("/api/me/password", { old, new: next }))}>
      <Form.Item name="old" label={t.people.oldPassword} rules={[{ required: true, message: t.pages.required }]}>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <Form.Item name="next" label={t.people.newPassword} extra={t.people.passwordHint} rules={[{ required: true, min: 15, message: t.people.passwordShort }]}>
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t.people.passwordAgain}
        dependencies={["next"]}
        rules={[({ getFieldValue }) => ({ validator: (_, value) => (value === getFieldValue("next") ? Promise.resolve() : Promise.reject(new Error(t.people.passwordDiffers))) })]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      {problem !== null && <SubmitProblem problem={problem} />}
      <Button type="primary" htmlType="submit" loading={isSending}>
        {t.people.setPassword}
      </Button>
    </Form>
  );
}
