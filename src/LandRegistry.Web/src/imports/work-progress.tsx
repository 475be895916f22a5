import { Button, Progress } from "antd";
import { useEffect, useState } from "react";
import { useTexts } from "../i18n/language-context";

interface WorkProgressProps {
  title: string;
  /** How much is done, 0 to 1. */
  share: number;
  /** Milliseconds of the epoch; null when it has not begun. */
  startedAt: number | null;
  /** What is said beside the title, after so many seconds. */
  tell: (seconds: number) => readonly string[];
  onStop: () => void;
}

/** How far a work is, how fast it goes and how long it still takes; it can be stopped. */
export function WorkProgress({ title, share, startedAt, tell, onStop }: WorkProgressProps) {
  const { t, f } = useTexts();
  const now = useNow();
  const seconds = startedAt === null ? 0 : (now - startedAt) / 1000;
  const left = share > 0.02 && share < 1 && seconds > 2 ? (seconds / share) * (1 - share) : null;
  return (
    <section className="import-work" role="status">
      <p>
        <strong>{title}</strong> <span className="muted numeric">{[...tell(seconds), ...(left === null ? [] : [t.imports.left(f.count(Math.ceil(left)))])].join(" · ")}</span>
      </p>
      <Progress percent={Math.round(share * 100)} showInfo={share > 0} status="active" aria-label={t.imports.progress} />
      <Button size="small" onClick={onStop}>
        {t.imports.stop}
      </Button>
    </section>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
