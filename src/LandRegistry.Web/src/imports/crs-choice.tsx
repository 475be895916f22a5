import { Checkbox, Radio, Select } from "antd";
import type { Feature } from "geojson";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import { systemsOf } from "../exports/export-query";
import { systemName } from "../exports/system-select";
import { useTexts } from "../i18n/language-context";
import type { FileShape, ImportChoices } from "./import-queries";
import { useSmallMap, type SmallLayers } from "./small-map";

type Finding = NonNullable<FileShape["crs"]>;
type Proposal = Finding["proposals"][number];
type Choice = Proposal["choice"];

/** Systems that may be known to the user where the file does not tell: all that files are written in too. */
const SYSTEMS = systemsOf("gpkg").filter((crs) => /^\d+$/.test(crs));

/** About thirty metres. */
const LEAST_DEGREES = 0.0003;

const BOXES = "proposed";
const SOURCES = [BOXES];
const TAKEN: ["get", string] = ["get", "isTaken"];
const layersOf = (taken: string, other: string): SmallLayers[keyof SmallLayers] => [
  { id: "taken-fill", type: "fill", source: BOXES, filter: TAKEN, paint: { "fill-color": taken, "fill-opacity": 0.15 } },
  { id: "taken-line", type: "line", source: BOXES, filter: TAKEN, paint: { "line-color": taken, "line-width": 2.5 } },
  { id: "other-line", type: "line", source: BOXES, filter: ["!", TAKEN], paint: { "line-color": other, "line-width": 1.5, "line-dasharray": [2, 2] } },
];
const LAYERS: SmallLayers = { light: layersOf("#a3107c", "#1d2b2c"), dark: layersOf("#e07cc4", "#eef4f2") };

/** The doctor's finding with its reasons, and where the file would lie; nothing is taken that is not beyond doubt. */
export function CrsChoice({ crs, chosen, onChange }: { crs: Finding; chosen: Choice | null; onChange: (choice: Choice | null) => void }) {
  const { t, say, language } = useTexts();
  const value = keyOf(chosen) || (crs.mustAsk ? "" : keyOf(crs.proposals[0]?.choice ?? null));
  return (
    <section className="import-block" aria-label={t.imports.crs}>
      <h4>{t.imports.crs}</h4>
      <p className={crs.mustAsk ? "import-ask" : "muted"}>{say(crs.sentence)}</p>
      <div className="import-crs__body">
        <Radio.Group className="import-crs" value={value} onChange={({ target }) => onChange(crs.proposals.find(({ choice }) => keyOf(choice) === target.value)?.choice ?? null)}>
          {crs.proposals.map((proposal) => (
            <Radio key={keyOf(proposal.choice)} value={keyOf(proposal.choice)}>
              <strong>{say(proposal.title)}</strong>
              {proposal.bbox !== null && <span className="muted numeric"> {t.imports.extent(proposal.bbox.map((degrees) => degrees.toFixed(4)))}</span>}
              <span className="import-crs__why muted">{proposal.reasons.map(say).join(language === "zh" ? "" : " ")}</span>
            </Radio>
          ))}
        </Radio.Group>
        {crs.proposals.length > 0 && <ProposalMap proposals={crs.proposals} taken={value} />}
      </div>
      <OtherSystem chosen={crs.proposals.some(({ choice }) => keyOf(choice) === keyOf(chosen)) ? null : chosen} onChange={onChange} />
    </section>
  );
}

/** A system that the user knows though the file does not tell; rows that do not fit it are refused one by one. */
function OtherSystem({ chosen, onChange }: { chosen: Choice | null; onChange: (choice: Choice | null) => void }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <div className="import-crs__other">
      <label className="labelled">
        <span>{t.imports.otherCrs}</span>
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t.imports.otherCrs}
          placeholder={t.imports.otherCrsHint}
          value={chosen === null ? undefined : `${chosen.srid}`}
          options={SYSTEMS.map((crs) => ({ value: crs, label: systemName(crs, texts) }))}
          onChange={(crs: string | undefined) => onChange(crs === undefined ? null : { srid: Number(crs), isSwapped: chosen?.isSwapped ?? false, eastingShift: 0 })}
        />
      </label>
      {chosen !== null && (
        <Checkbox checked={chosen.isSwapped ?? false} onChange={({ target }) => onChange({ ...chosen, isSwapped: target.checked })}>
          {t.imports.swapped}
        </Checkbox>
      )}
    </div>
  );
}

/** Where the file lies by the reading that is chosen, over the parcels that stand; where by the others in dashes. */
function ProposalMap({ proposals, taken }: { proposals: readonly Proposal[]; taken: string }) {
  const { t } = useTexts();
  const [box, map] = useSmallMap(SOURCES, LAYERS);
  useEffect(() => {
    if (map === null) return;
    const features = proposals.flatMap(({ choice, bbox }) => (bbox === null ? [] : [boxed(bbox, keyOf(choice) === taken)]));
    map.getSource<GeoJSONSource>(BOXES)?.setData({ type: "FeatureCollection", features });
    const [west, south, east, north] = (proposals.find(({ choice }) => keyOf(choice) === taken) ?? proposals[0])?.bbox ?? [];
    if (west === undefined || south === undefined || east === undefined || north === undefined) return;
    map.fitBounds([west, south, east, north], { padding: 60, maxZoom: 15, animate: false });
  }, [map, proposals, taken]);
  return (
    <figure className="import-map">
      <div ref={box} className="import-map__box import-map__box--small" role="img" aria-label={t.imports.crsMap} />
      <figcaption className="muted">{t.imports.crsMapLegend}</figcaption>
    </figure>
  );
}

function widened([west = 0, south = 0, east = 0, north = 0]: readonly number[]): number[] {
  const [x, y] = [east - west < LEAST_DEGREES ? LEAST_DEGREES / 2 : 0, north - south < LEAST_DEGREES ? LEAST_DEGREES / 2 : 0];
  return [west - x, south - y, east + x, north + y];
}

function keyOf(choice: ImportChoices["crs"]): string {
  return choice === null || choice === undefined ? "" : `${choice.srid}/${choice.isSwapped}/${choice.eastingShift}`;
}

/** A box that is seen: one point, or points in a line, have no breadth. */
function boxed(bbox: readonly number[], isTaken: boolean): Feature {
  const [west = 0, south = 0, east = 0, north = 0] = widened(bbox);
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties: { isTaken } };
}
