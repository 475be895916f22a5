import { Button, Input, Select } from "antd";
import { useState } from "react";
import type { LonLat } from "../api/types";
import { prefixOf, readCoordinates, type CoordinateSystem, type Reading, type Unreadable } from "../geometry/coordinates";
import { placeFrom } from "../geometry/shape";
import { useTexts, type Texts } from "../i18n/language-context";
import { currentEngine } from "../map/map-engine";

interface CoordinateEntryProps {
  /** The last vertex that was drawn; distances and directions count from it. */
  last: LonLat | null;
  onPoints: (points: readonly LonLat[]) => void;
}

/** Coordinates typed or pasted, in whatever system they come; what they were read as is said, and that the axes were the other way round. */
export function CoordinateEntry({ last, onPoints }: CoordinateEntryProps) {
  const texts = useTexts();
  const { t } = texts;
  const [text, setText] = useState("");
  const [system, setSystem] = useState("auto");
  const [note, setNote] = useState<string | null>(null);
  const add = () => {
    const relative = /^\s*@\s*(\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
    if (relative !== null) {
      if (last === null) return setNote(t.drawing.noLast);
      onPoints([placeFrom(last, Number(relative[1]), Number(relative[2]))]);
      setText("");
      return setNote(null);
    }
    const near = nearOf(last);
    const reading = readCoordinates(text, near, system === "auto" ? null : systemOf(system, near));
    setNote(noteOf(reading, texts));
    if (!("points" in reading)) return;
    onPoints(reading.points);
    setText("");
  };
  return (
    <div className="draw-entry">
      <label htmlFor="draw-coordinates">{t.drawing.coordinates}</label>
      <Input.TextArea
        id="draw-coordinates"
        value={text}
        onChange={({ target }) => setText(target.value)}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={t.drawing.coordinatesHint}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || text.trim() === "") return;
          event.preventDefault();
          add();
        }}
      />
      <div className="draw-row">
        <Select
          size="small"
          value={system}
          onChange={setSystem}
          aria-label={t.drawing.system}
          options={(["auto", "degrees", "3", "3p", "6", "6p"] as const).map((value) => ({ value, label: t.drawing.systems[value] }))}
        />
        <Button size="small" disabled={text.trim() === ""} onClick={add}>
          {t.drawing.addPoints}
        </Button>
      </div>
      {note !== null && (
        <p className="draw-note" role="status">
          {note}
        </p>
      )}
    </div>
  );
}

function nearOf(last: LonLat | null): LonLat {
  const centre = currentEngine()?.getCenter();
  return last ?? (centre === undefined ? [114, 30.5] : [centre.lng, centre.lat]);
}

/** The system that was chosen by hand, in the zone where the map looks. */
function systemOf(choice: string, [longitude]: LonLat): CoordinateSystem {
  if (choice === "degrees") return { kind: "degrees" };
  const degrees = choice.startsWith("6") ? 6 : 3;
  const meridian = degrees === 3 ? Math.round(longitude / 3) * 3 : Math.floor(longitude / 6) * 6 + 3;
  return { kind: "gauss-kruger", degrees, meridian, hasPrefix: choice.endsWith("p") };
}

function noteOf(reading: Reading | Unreadable, { t }: Texts): string {
  if ("points" in reading) {
    const { system } = reading;
    const read = system.kind === "degrees" ? t.drawing.readAsDegrees : t.drawing.readAsZone(system.degrees, system.meridian, system.hasPrefix ? String(prefixOf(system)) : null);
    return [t.drawing.pointsRead(reading.points.length), read, ...(reading.isSwapped ? [t.drawing.swapped] : [])].join(t.drawing.noteSeparator);
  }
  if ("line" in reading) return t.drawing.badLine(reading.line, reading.text);
  return "tooFew" in reading ? t.drawing.noPoints : t.drawing.nowhere;
}
