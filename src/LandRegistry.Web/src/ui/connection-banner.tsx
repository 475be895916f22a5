import { LoadingOutlined } from "@ant-design/icons";
import { App } from "antd";
import { useEffect } from "react";
import type { Connection } from "../events/event-stream";
import { useTexts } from "../i18n/language-context";

/** As long as the line is down, nobody may take what is on the screen for the present state. */
export function ConnectionBanner({ connection, recoveries }: { connection: Connection; recoveries: number }) {
  const { t } = useTexts();
  const { message } = App.useApp();
  useEffect(() => {
    if (recoveries > 0) message.success(t.live.back);
    // Said once per recovery, not again when the language changes.
  }, [recoveries]);
  if (connection !== "lost" && connection !== "no-database") return null;
  return (
    <div className="connection-banner" role="alert">
      <LoadingOutlined />
      <strong>{connection === "no-database" ? t.live.databaseLostTitle : t.live.lostTitle}</strong>
      <span>{t.live.lostBody}</span>
    </div>
  );
}
