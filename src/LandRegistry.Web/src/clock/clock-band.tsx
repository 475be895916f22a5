import { useMemo } from "react";
import type { ClockAnswer } from "../api/types";
import { today } from "../i18n/format";
import { useTexts } from "../i18n/language-context";
import { bandOf, dayNumber, dayText, yearMarks, type Band, type Piece, type Tone } from "./clock-time";

const LETTERS: Record<Tone, string> = { none: "", unknown: "?", idle: "A", fee: "A", recover: "A", stopped: "B" };

/** Pieces narrower than this share of the band carry no letter. */
const LETTER_SHARE = 0.05;

/** The clock's answers over time as a band; a click asks about the first day of a piece. */
export function ClockBand({ clock, onChoose }: { clock: ClockAnswer; onChoose: (day: string) => void }) {
  const { t } = useTexts();
  const band = useMemo(() => bandOf(clock.timeline, clock.asOf), [clock]);
  const share = (day: number) => `${(((day - band.from) / (band.to - band.from)) * 100).toFixed(3)}%`;
  const now = dayNumber(today());
  const tones = [...new Set(band.pieces.map(({ tone }) => tone))];
  return (
    <figure className="clock-band" aria-label={t.clock.band}>
      <div className="clock-band__line">
        {band.pieces.map((piece) => (
          <PieceOfTime key={piece.from} piece={piece} band={band} share={share} onChoose={onChoose} />
        ))}
        {now > band.from && now < band.to && <span className="clock-band__future" style={{ left: share(now) }} aria-hidden="true" />}
        <span className="clock-band__day" style={{ left: share(dayNumber(clock.asOf)) }} aria-hidden="true" />
      </div>
      <div className="clock-band__scale" aria-hidden="true">
        {yearMarks(band).map(({ year, at }) => (
          <span key={year} style={{ left: share(at) }}>
            {year}
          </span>
        ))}
      </div>
      <figcaption className="clock-band__legend">
        {tones.map((tone) => (
          <span key={tone}>
            <span className={`clock-tone clock-tone--${tone}`} aria-hidden="true">
              {LETTERS[tone]}
            </span>
            {t.clock.tones[tone]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface PieceProps {
  piece: Piece;
  band: Band;
  share: (day: number) => string;
  onChoose: (day: string) => void;
}

function PieceOfTime({ piece, band, share, onChoose }: PieceProps) {
  const { t, f } = useTexts();
  const { from, to, tone, segment } = piece;
  const first = segment.from ?? dayText(from);
  const says = segment.from === null ? t.clock.pieceFromEver(t.clock.tones[tone]) : t.clock.piece(f.date(first), t.clock.tones[tone]);
  const width = (to - from) / (band.to - band.from);
  return (
    <button type="button" className={`clock-tone clock-tone--${tone}`} style={{ left: share(from), width: `${(width * 100).toFixed(3)}%` }} title={says} aria-label={says} onClick={() => onChoose(first)}>
      {width > LETTER_SHARE ? LETTERS[tone] : ""}
    </button>
  );
}
