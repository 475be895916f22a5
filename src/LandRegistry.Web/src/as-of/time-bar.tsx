import { CaretRightOutlined, CloseOutlined, DiffOutlined, LeftOutlined, PauseOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { ComparedCounts } from "../comparison/compared-counts";
import { usualFrom } from "../difference/usual-from";
import { useTexts } from "../i18n/language-context";
import { IconButton } from "../ui/icon-button";
import { changeView, useView } from "../view/view-store";
import { monthStops, stopOf } from "./months";
import { useRegisterDays } from "./register-days";
import { SPEEDS, usePlay, type Speed } from "./use-play";

/** While the thumb is dragged, only where it rests is asked for. */
const REST_MILLISECONDS = 180;

/** Goes through the months of the register, by hand or by itself; and compares the day shown with an earlier one. */
export function TimeBar({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const days = useRegisterDays();
  const { comparedWith, asOf } = useView();
  return (
    <section className="time-bar" aria-label={t.asOf.slider}>
      {days !== undefined && <Months stops={monthStops(days.first, days.today)} />}
      <div className="time-bar__end">
        <Button
          size="small"
          icon={<DiffOutlined />}
          type={comparedWith === null ? "default" : "primary"}
          aria-pressed={comparedWith !== null}
          onClick={() => changeView({ comparedWith: comparedWith === null ? usualFrom(asOf) : null })}
        >
          {t.comparison.compare}
        </Button>
        <IconButton label={t.asOf.closeSlider} icon={<CloseOutlined />} onClick={onClose} />
      </div>
      {comparedWith !== null && <ComparedCounts from={comparedWith} />}
    </section>
  );
}

function Months({ stops }: { stops: readonly (string | null)[] }) {
  const { t, f } = useTexts();
  const { asOf } = useView();
  const [speed, setSpeed] = useState<Speed>("normal");
  const [at, goTo] = useStop(stops, asOf);
  const last = stops.length - 1;
  const { isPlaying, play, pause } = usePlay(() => {
    if (at < last) goTo(at + 1, "now");
    return at + 1 < last;
  }, speed);
  const start = () => {
    // From the end there is nothing to play: it begins anew.
    if (at === last) goTo(0, "now");
    play();
  };
  const text = stops[at] == null ? t.asOf.now : f.date(stops[at]);
  return (
    <div className="time-bar__months">
      <IconButton label={t.asOf.previousMonth} icon={<LeftOutlined />} isDisabled={at === 0} onClick={() => goTo(at - 1, "now")} />
      <IconButton label={isPlaying ? t.asOf.pause : t.asOf.play} icon={isPlaying ? <PauseOutlined /> : <CaretRightOutlined />} isDisabled={last === 0} onClick={isPlaying ? pause : start} />
      <IconButton label={t.asOf.nextMonth} icon={<RightOutlined />} isDisabled={at === last} onClick={() => goTo(at + 1, "now")} />
      <input
        type="range"
        min={0}
        max={last}
        value={at}
        aria-label={t.asOf.slider}
        aria-valuetext={text}
        onChange={(event) => {
          pause();
          goTo(Number(event.target.value), "rested");
        }}
      />
      <output className="time-bar__day numeric">{text}</output>
      <select aria-label={t.asOf.speed} value={speed} onChange={(event) => setSpeed(event.target.value as Speed)}>
        {Object.keys(SPEEDS).map((name) => (
          <option key={name} value={name}>
            {t.asOf.speeds[name as Speed]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The stop under the thumb; the register follows at once, or when the thumb has come to rest. */
function useStop(stops: readonly (string | null)[], asOf: string | null) {
  const [dragged, setDragged] = useState<number | null>(null);
  useEffect(() => {
    if (dragged === null) return;
    const waiting = setTimeout(() => {
      changeView({ asOf: stops[dragged] ?? null }, "replace");
      setDragged(null);
    }, REST_MILLISECONDS);
    return () => clearTimeout(waiting);
  }, [dragged, stops]);
  const goTo = (stop: number, when: "now" | "rested") => {
    if (when === "rested") return setDragged(stop);
    setDragged(null);
    // A hundred months are not a hundred steps of "back".
    changeView({ asOf: stops[stop] ?? null }, "replace");
  };
  return [dragged ?? stopOf(stops, asOf), goTo] as const;
}
