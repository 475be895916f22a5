import { useLaw } from "../api/parcel-queries";
import type { Source } from "../api/types";
import { printCitation, sourceLabel } from "../i18n/citation";
import { useTexts } from "../i18n/language-context";

interface SourceLineProps {
  source: Source | null;
  article: string | null;
}

/** Where something was taken from and which article speaks about it, in a quieter voice. */
export function SourceLine({ source, article }: SourceLineProps) {
  const { t, f, language } = useTexts();
  const kinds = useLaw().data?.factKinds ?? [];
  if (source === null && article === null) return null;
  return (
    <span className="source-line">
      {article !== null && <span className="source-line__article">{printCitation(article, language)}</span>}
      {source !== null && (
        <span>
          {t.clock.source([t.sources[source.label] ?? sourceLabel(source.label, language, kinds.map(({ name }) => name)), source.document].filter(Boolean).join(" "))}
          {source.recordedOn !== null && ` · ${t.clock.recordedOn(f.date(source.recordedOn))}`}
        </span>
      )}
    </span>
  );
}
