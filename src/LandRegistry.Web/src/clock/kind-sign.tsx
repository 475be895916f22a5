const SIGNS: Record<string, string> = { A: "A", B: "B", unknown: "?", none: "✓" };

/** The clock's answer as one letter; the words stand beside it. */
export function KindSign({ kind }: { kind: string }) {
  return (
    <span className={`kind-sign kind-sign--${kind}`} aria-hidden="true">
      {SIGNS[kind] ?? "?"}
    </span>
  );
}
