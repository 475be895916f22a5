import { Radio } from "antd";
import type { Feature } from "geojson";
import type { GeoJSONSource } from "maplibre-gl";
import { useEffect } from "react";
import { useTexts } from "../i18n/language-context";
import type { FileShape, ImportChoices } from "./import-queries";
import { useSmallMap, type SmallLayers } from "./small-map";

type Proposal = NonNullable<FileShape["crs"]>["proposals"][number];

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
export function CrsChoice({ file, choices, onChange }: { file: FileShape; choices: ImportChoices; onChange: (part: Partial<ImportChoices>) => void }) {
  const { t, say, language } = useTexts();
  const crs = file.crs!;
  const value = keyOf(choices.crs) || (crs.mustAsk ? "" : keyOf(crs.proposals[0]?.choice ?? null));
  return (
    <section className="import-block" aria-label={t.imports.crs}>
      <h4>{t.imports.crs}</h4>
      <p className={crs.mustAsk ? "import-ask" : "muted"}>{say(crs.sentence)}</p>
      <div className="import-crs__body">
        <Radio.Group className="import-crs" value={value} onChange={({ target }) => onChange({ crs: crs.proposals.find(({ choice }) => keyOf(choice) === target.value)?.choice ?? null })}>
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
    </section>
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

function keyOf(choice: ImportChoices["crs"]): string {
  return choice === null || choice === undefined ? "" : `${choice.srid}/${choice.isSwapped}/${choice.eastingShift}`;
}

function boxed([west = 0, south = 0, east = 0, north = 0]: readonly number[], isTaken: boolean): Feature {
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return { type: "Feature", geometry: { type: "Polygon", coordinates: [ring] }, properties: { isTaken } };
}
