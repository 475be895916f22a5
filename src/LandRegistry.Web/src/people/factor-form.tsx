import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, QRCode, Typography } from "antd";
import { useState } from "react";
import { get, post } from "../api/http";
import type { components } from "../api/schema";
import { useTexts } from "../i18n/language-context";
import { SubmitProblem } from "../ui/form-dialog";
import { useSubmit } from "../ui/use-submit";

type Offer = components["schemas"]["FactorOffer"];

/** Sets up an authenticator: a picture to scan, a code to prove it, recovery codes to keep. */
export function FactorForm({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const offer = useQuery({ queryKey: ["second-factor-offer"], queryFn: () => get<Offer>("/api/me/second-factor"), staleTime: Infinity, gcTime: 0 }).data;
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { problem, isSending, submit } = useSubmit({ onDone: () => undefined });
  if (codes !== null) {
    return (
      <>
        <Alert type="success" showIcon title={t.people.recoveryTitle} description={t.people.recoveryHint} />
        <Typography.Paragraph copyable={{ text: codes.join("\n") }} className="recovery-codes">
          {codes.map((code) => <code key={code}>{code}</code>)}
        </Typography.Paragraph>
        <Button type="primary" onClick={() => { void client.invalidateQueries({ queryKey: ["me"] }); onDone(); }}>{t.people.kept}</Button>
      </>
    );
  }
  if (offer === undefined) return null;
  const keep = async (entered: { code: string; password: string }) => {
    setCodes((await post<{ codes: string[] }>("/api/me/second-factor", { secret: offer.secret, ...entered })).body.codes);
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(entered: { code: string; password: string }) => void submit(() => keep(entered))}>
      <div className="factor">
        <QRCode value={offer.address} size={148} bordered={false} type="svg" />
        <div>
          <p>{t.people.factorHint}</p>
          <Typography.Text code copyable>{offer.secret}</Typography.Text>
        </div>
      </div>
      <Form.Item name="code" label={t.people.factorCode} rules={[{ required: true, message: t.pages.required }]}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      </Form.Item>
      <Form.Item name="password" label={t.people.oldPassword} rules={[{ required: true, message: t.pages.required }]}>
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
      {problem !== null && <SubmitProblem problem={problem} />}
      <Button type="primary" htmlType="submit" loading={isSending}>{t.people.setFactor}</Button>
    </Form>
  );
}
