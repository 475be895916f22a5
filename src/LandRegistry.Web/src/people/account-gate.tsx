import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTexts } from "../i18n/language-context";
import { BrandMark } from "../ui/brand-mark";
import { FactorForm } from "./factor-form";
import { PasswordForm } from "./password-form";
import { signOut } from "./people-queries";

/** What is asked of somebody before anything else: a password of their own, then the second factor that is demanded. */
export function AccountGate({ wantsPassword }: { wantsPassword: boolean }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const again = () => void client.invalidateQueries();
  return (
    <main className="account-gate">
      <BrandMark size={40} />
      <h1>{wantsPassword ? t.people.ownPassword : t.people.factorFirst}</h1>
      {wantsPassword ? <PasswordForm onDone={again} /> : <FactorForm onDone={again} />}
      <Button type="link" onClick={() => void signOut()}>{t.people.signOut}</Button>
    </main>
  );
}
