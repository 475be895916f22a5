import { Button } from "antd";
import { useTexts } from "../i18n/language-context";
import { BrandMark } from "./brand-mark";

/** Shown when the server no longer knows this browser: how to get in again. */
export function SignedOutPage() {
  const { t } = useTexts();
  return (
    <main className="signed-out">
      <BrandMark size={48} />
      <h1>{t.signedOut.title}</h1>
      <p>{t.signedOut.body}</p>
      <ul>
        {t.signedOut.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <Button type="primary" onClick={() => location.reload()}>
        {t.signedOut.retry}
      </Button>
    </main>
  );
}
