import { useEffect, useRef } from "react";
import { paintStatusPattern, PATTERN_SIZE } from "../map/status-pattern";
import { PIXEL_RATIO } from "../map/canvas-image";
import { useTexts } from "../i18n/language-context";
import { isStatus, STATUS_LOOKS, type Status } from "./status";

const images = new Map<string, string>();

/** The fill of the map as a CSS image, painted by the same code. */
function patternImage(status: Status, onHold: boolean): string {
  const key = `${status}/${onHold}`;
  const known = images.get(key);
  if (known !== undefined) return known;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = PATTERN_SIZE * PIXEL_RATIO;
  const context = canvas.getContext("2d");
  if (context === null) return "none";
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  paintStatusPattern(context, status, onHold);
  const image = `url(${canvas.toDataURL()})`;
  images.set(key, image);
  return image;
}

/** A small piece of the map's fill with the status' letter: colour, pattern and letter together. */
export function StatusSwatch({ status, onHold = false, size = 20 }: { status: Status; onHold?: boolean; size?: number }) {
  const { language } = useTexts();
  const { ink, fill, onFill, glyph } = STATUS_LOOKS[status];
  const host = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    host.current?.style.setProperty("background-image", patternImage(status, onHold));
  }, [status, onHold]);
  return (
    <span
      ref={host}
      className="status-swatch"
      aria-hidden="true"
      style={{ width: size, height: size, borderColor: ink, color: onFill, backgroundColor: fill, backgroundSize: `${PATTERN_SIZE}px` }}
    >
      <span style={{ backgroundColor: fill }}>{glyph[language]}</span>
    </span>
  );
}

/** Status in words beside its swatch; "on hold" is said in words too. */
export function StatusTag({ status, onHold = false }: { status: string; onHold?: boolean }) {
  const { t } = useTexts();
  if (!isStatus(status)) return <span>{status}</span>;
  return (
    <span className="status-tag">
      <StatusSwatch status={status} onHold={onHold} />
      <span className="status-tag__name">{t.status[status]}</span>
      {onHold && <span className="hold-mark">{t.map.onHold}</span>}
    </span>
  );
}
