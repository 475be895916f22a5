import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { LonLat } from "../api/types";
import { measure } from "../geometry/measure";
import { useTexts } from "../i18n/language-context";
import { useEngine } from "../map/map-engine";
import { MeasureLine } from "./measure-line";

/** Distance, perimeter and area of what is clicked on the map; a crosshair stands where the keyboard would put a point. */
export function MeasureTool({ onClose }: { onClose: () => void }) {
  const { t, f } = useTexts();
  const engine = useEngine();
  const line = useRef<MeasureLine | null>(null);
  const [points, setPoints] = useState<readonly LonLat[]>([]);
  useEffect(() => {
    if (engine === null) return;
    const made = new MeasureLine(engine, setPoints);
    line.current = made;
    engine.getCanvas().focus();
    return () => made.remove();
  }, [engine]);
  useEscape(onClose);
  const { lengthMetres, perimeterMetres, areaSquareMetres } = measure(points);
  return (
    <>
      <span className="map-crosshair" aria-hidden="true" />
      <section className="map-panel measure" aria-label={t.tools.measure}>
        <p className="muted">{t.tools.measureHint}</p>
        <div role="status">
          <dl>
            <dt>{t.tools.distance}</dt>
            <dd className="numeric">{lengthText(lengthMetres, f.number)}</dd>
            {points.length > 2 && (
              <>
                <dt>{t.tools.perimeter}</dt>
                <dd className="numeric">{lengthText(perimeterMetres, f.number)}</dd>
                <dt>{t.tools.area}</dt>
                <dd className="numeric">
                  {f.muWithUnit(areaSquareMetres)} · {f.hectaresWithUnit(areaSquareMetres)}
                </dd>
              </>
            )}
          </dl>
        </div>
        <div className="map-panel__actions">
          <Button size="small" disabled={points.length === 0} onClick={() => line.current?.clear()}>
            {t.common.clear}
          </Button>
          <Button size="small" onClick={onClose}>
            {t.common.close}
          </Button>
        </div>
      </section>
    </>
  );
}

function lengthText(metres: number, print: (value: number, digits?: number) => string): string {
  return metres < 10_000 ? `${print(metres, 1)} m` : `${print(metres / 1000, 3)} km`;
}

export function useEscape(act: () => void): void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && !event.defaultPrevented && newest.current();
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
