import { Button, Modal, Typography } from "antd";
import { useTexts } from "../i18n/language-context";
import type { PersonAnswer } from "./people-queries";

/** The password that an administrator hands on: shown this once. */
export function HandedOn({ answer, onClose }: { answer: PersonAnswer; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal open centered title={t.people.handOnTitle} onCancel={onClose} footer={<Button type="primary" onClick={onClose}>{t.people.handedOn}</Button>}>
      <p>{t.people.handOn(answer.account.name)}</p>
      <dl className="secret-words">
        <dt>{t.people.userName}</dt>
        <dd><Typography.Text copyable>{answer.account.userName}</Typography.Text></dd>
        <dt>{t.people.password}</dt>
        <dd><Typography.Text code copyable data-testid="handed-on">{answer.password ?? ""}</Typography.Text></dd>
      </dl>
    </Modal>
  );
}
