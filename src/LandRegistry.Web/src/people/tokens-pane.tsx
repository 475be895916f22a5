import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, InputNumber, Select, Typography } from "antd";
import { useState } from "react";
import { post } from "../api/http";
import { useMe } from "../api/queries";
import type { components } from "../api/schema";
import { useTexts } from "../i18n/language-context";
import { SubmitProblem } from "../ui/form-dialog";
import { useSubmit } from "../ui/use-submit";
import { PEOPLE_KEYS, useTokens } from "./people-queries";

interface Entered {
  name: string;
  actions: string[];
  days: number;
}

/** Tokens for scripts and GIS programs: a scope, an end, shown once. */
export function TokensPane() {
  const { t, f } = useTexts();
  const client = useQueryClient();
  const own = useMe().data?.actions ?? [];
  const tokens = useTokens().data?.items ?? [];
  const [token, setToken] = useState<string | null>(null);
  const { problem, isSending, submit } = useSubmit({ onDone: () => undefined });
  const refresh = () => client.invalidateQueries({ queryKey: [PEOPLE_KEYS.tokens] });
  const make = async (entered: Entered) => {
    setToken((await post<components["schemas"]["NewToken"]>("/api/me/tokens", entered)).body.token);
    await refresh();
  };
  const end = async (id: number) => {
    await post(`/api/me/tokens/${id}/end`, {});
    await refresh();
  };
  return (
    <>
      <ul className="plain-list">
        {tokens.map((one) => (
          <li key={one.id}>
            <span>
              <strong>{one.name}</strong>
              <br />
              <span className="muted">{t.people.tokenUntil(f.moment(one.endsAt), one.usedAt === null ? t.people.never : f.moment(one.usedAt))}</span>
            </span>
            <Button size="small" onClick={() => void end(one.id)}>{t.people.end}</Button>
          </li>
        ))}
      </ul>
      {token !== null && <Alert type="success" showIcon title={t.people.tokenOnce} description={<Typography.Text code copyable className="token-words">{token}</Typography.Text>} />}
      <Form<Entered> layout="vertical" requiredMark={false} initialValues={{ actions: own.includes("read") ? ["read"] : [], days: 90 }} onFinish={(entered) => void submit(() => make(entered))}>
        <Form.Item name="name" label={t.people.tokenFor} rules={[{ required: true, whitespace: true, message: t.pages.required }]}>
          <Input maxLength={100} placeholder="QGIS" />
        </Form.Item>
        <Form.Item name="actions" label={t.people.tokenScope} rules={[{ required: true, message: t.pages.required }]}>
          <Select mode="multiple" options={own.map((action) => ({ value: action, label: t.people.rights[action] ?? action }))} />
        </Form.Item>
        <Form.Item name="days" label={t.people.tokenDays}>
          <InputNumber min={1} max={365} />
        </Form.Item>
        {problem !== null && <SubmitProblem problem={problem} />}
        <Button htmlType="submit" loading={isSending}>{t.people.makeToken}</Button>
      </Form>
    </>
  );
}
