import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal, Tabs } from "antd";
import { post } from "../api/http";
import { useTexts } from "../i18n/language-context";
import { FactorForm } from "./factor-form";
import { PasswordForm } from "./password-form";
import { PEOPLE_KEYS, useSessions } from "./people-queries";
import { TokensPane } from "./tokens-pane";

/** One's own account: password, second factor, sessions, tokens. */
export function AccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal open centered width={640} title={t.people.myAccount} footer={null} onCancel={onClose} destroyOnHidden>
      <Tabs
        items={[
          { key: "password", label: t.people.password, children: <PasswordForm onDone={onClose} /> },
          { key: "factor", label: t.people.secondFactor, children: <FactorForm onDone={onClose} /> },
          { key: "sessions", label: t.people.sessions, children: <SessionsPane /> },
          { key: "tokens", label: t.people.tokens, children: <TokensPane /> },
        ]}
      />
    </Modal>
  );
}

function SessionsPane() {
  const { t, f } = useTexts();
  const client = useQueryClient();
  const sessions = useSessions().data?.items ?? [];
  const end = async (id: number) => {
    await post(`/api/me/sessions/${id}/end`, {});
    await client.invalidateQueries({ queryKey: [PEOPLE_KEYS.sessions] });
  };
  return (
    <ul className="plain-list">
      {sessions.map((session) => (
        <li key={session.id}>
          <span>
            <strong>{session.address ?? "—"}</strong>
            {session.isThis && <span className="plain-mark">{t.people.thisSession}</span>}
            <br />
            <span className="muted">{t.people.sessionSince(f.moment(session.beganAt), f.moment(session.seenAt))}</span>
            <br />
            <span className="muted plain-list__agent">{session.agent}</span>
          </span>
          {!session.isThis && <Button size="small" onClick={() => void end(session.id)}>{t.people.end}</Button>}
        </li>
      ))}
    </ul>
  );
}
