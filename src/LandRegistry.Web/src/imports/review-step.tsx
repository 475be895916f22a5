import { Button, Input } from "antd";
import { useRef, useState } from "react";
import { useTexts } from "../i18n/language-context";
import { EFFECTS, useRow, useRows, versionOf, type Effect, type Import, type useStep } from "./import-queries";
import { IssueList } from "./issue-list";
import { PreviewMap } from "./preview-map";
import { RowList } from "./row-list";

interface ReviewStepProps {
  item: Import;
  isBusy: boolean;
  take: (step: Parameters<ReturnType<typeof useStep>["take"]>[0], body: unknown) => void;
  onBack: () => void;
}

/** What the dry run found: the lists, the issues with their repairs, what changes, and the commit. */
export function ReviewStep({ item, isBusy, take, onBack }: ReviewStepProps) {
  const { t, f } = useTexts();
  const [effect, setEffect] = useState<Effect>(() => EFFECTS.find((one) => one !== "unchanged" && (item.counts?.[one] ?? 0) > 0) ?? "unchanged");
  const [shown, setShown] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const body = useRef<HTMLDivElement>(null);
  const version = versionOf(item);
  const rows = useRows(item.id, effect, version);
  const list = rows.data?.pages.flatMap(({ items }) => items);
  const looked = useRow(item.id, shown, version);
  const counts = item.counts!;
  const hasPlaces = item.choices?.profile != null || item.file?.crs !== null;
  const written = counts.new + counts.changed;
  return (
    <div className="import-review" aria-busy={isBusy}>
      <div className="figure-cards" role="tablist" aria-label={t.imports.lists}>
        {EFFECTS.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={one === effect} className={`figure-card import-card--${one}`} onClick={() => (setEffect(one), setShown(null))}>
            <span className="figure-card__name">{t.imports.effects[one]}</span>
            <span className="figure-card__value numeric">{f.count(counts[one])}</span>
            <span className="figure-card__hint">{t.imports.effectHints[one]}</span>
          </button>
        ))}
      </div>
      <p className="muted numeric">{t.imports.addUp(f.count(counts.rows))}</p>
      <div ref={body} className={hasPlaces ? "import-review__body" : undefined}>
        <RowList
          rows={list}
          effect={effect}
          isError={rows.isError}
          isBusy={isBusy}
          shown={shown}
          onShow={setShown}
          onExclude={(row, exclude) => take("exclusions", { rows: [row], exclude })}
          onMatch={(row, parcel) => take("matches", { row, parcel, reset: parcel === undefined })}
          hasMore={rows.hasNextPage}
          isLoadingMore={rows.isFetchingNextPage}
          onMore={() => void rows.fetchNextPage()}
        />
        {hasPlaces && <PreviewMap item={item} version={version} shown={looked} />}
      </div>
      <IssueList
        item={item}
        version={version}
        isBusy={isBusy}
        onRepair={(request) => take("repairs", request)}
        onExclude={(row) => take("exclusions", { rows: [row], exclude: true })}
        shown={shown}
        onShow={(row) => {
          setShown(row);
          body.current?.scrollIntoView({ block: "nearest" });
        }}
      />
      <div className="import-commit">
        <Button onClick={onBack} disabled={isBusy}>
          {t.imports.backToChoices}
        </Button>
        <Input aria-label={t.pages.reason} placeholder={t.imports.reasonHint} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        <Button type="primary" loading={isBusy} onClick={() => take("commit", { reason })}>
          {written > 0 ? t.imports.commit(f.count(written)) : t.imports.commitNothing}
        </Button>
      </div>
    </div>
  );
}
