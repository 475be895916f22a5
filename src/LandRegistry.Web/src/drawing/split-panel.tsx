import type { Geometry, LineString } from "geojson";
import { useMemo, useReducer, useState } from "react";
import { checkSplit, splitParcel } from "../api/boundaries";
import type { LonLat, ParcelDetail } from "../api/types";
import { asLonLat } from "../geometry/bounds";
import type { Ring } from "../geometry/shape";
import { useTexts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { CoordinateEntry } from "./coordinate-entry";
import { DrawTools } from "./draw-tools";
import { DrawingFrame } from "./drawing-frame";
import { edit, startEditor } from "./editor/editor";
import { Findings } from "./findings";
import { LineageForm, PartList } from "./lineage-form";
import { Measures } from "./measures";
import { ringsOf } from "./pen/drawing-pen";
import { usePen } from "./pen/use-pen";
import { useCheck } from "./use-check";
import { showBesidePanel, useClearOfPanel } from "./use-clear-of-panel";
import { useExactBoundaries } from "./use-neighbours";
import { VertexList } from "./vertex-list";

const NO_RINGS: readonly Ring[] = [];

/** Splits a parcel by a line that is drawn over it; the parts are shown while it is drawn. */
export function SplitPanel({ parcel, etag }: { parcel: ParcelDetail; etag: string }) {
  const { t } = useTexts();
  useClearOfPanel(asLonLat(parcel.location));
  const [editor, act] = useReducer(edit, startEditor("line"));
  const [settings, setSettings] = useState({ snaps: true, traces: false });
  const [stepMetres, setStep] = useState(0.5);
  const box = useMemo(() => boxAround(parcel), [parcel]);
  const exact = useExactBoundaries(box);
  // The line is caught by every boundary around, the parcel's own among them.
  const rings = useMemo(() => ringsOf((exact.data?.features ?? []).map(({ geometry }) => geometry)), [exact.data]);
  const draft = editor.draft ?? [];
  const line: LineString | null = draft.length > 1 ? { type: "LineString", coordinates: draft.map(([lon, lat]) => [lon, lat]) } : null;
  const check = useCheck("split", line === null ? null : JSON.stringify([parcel.id, parcel.version, line]), () => checkSplit(parcel.id, line!));
  const preview = check.answer;
  const parts = useMemo(() => preview?.parts.map(({ boundary }) => boundary) ?? [], [preview]);
  const broken = useMemo(() => (preview?.findings ?? []).map(({ place }) => place).filter((place): place is Geometry => place !== null && place.type !== "LineString"), [preview]);
  const scene = useMemo(
    () => ({ editor, neighbours: settings.snaps ? rings : NO_RINGS, broken, parts, base: null, theirs: null }),
    [editor, rings, settings.snaps, broken, parts],
  );
  const pointer = usePen(scene, settings, act, stepMetres);
  const takeTyped = (positions: readonly LonLat[]) => {
    act({ do: "add", positions });
    showBesidePanel([...draft, ...positions]);
  };
  return (
    <DrawingFrame title={t.drawing.titles.split} subject={parcelLabel(parcel, t)} isDirty={draft.length > 0} showsCentre>
      <DrawTools editor={editor} act={act} settings={settings} onSettings={setSettings} tools={["line"]} />
      <Measures editor={editor} pointer={pointer} />
      <CoordinateEntry last={draft.at(-1) ?? null} onPoints={takeTyped} />
      <VertexList editor={editor} act={act} stepMetres={stepMetres} onStep={setStep} />
      {preview !== null && <PartList areas={preview.parts.map(({ areaSquareMetres }) => areaSquareMetres)} />}
      <Findings findings={preview?.findings ?? []} isAsking={check.isAsking} hasFailed={check.hasFailed} isWhole={line !== null} />
      <LineageForm
        note={t.drawing.splitNote}
        submitLabel={t.drawing.split}
        command="SplitParcel"
        parents={[parcel.id]}
        isSendable={preview?.isAcceptable === true}
        send={(reason) => splitParcel(parcel.id, etag, line!, reason)}
      />
    </DrawingFrame>
  );
}

function boxAround({ location }: ParcelDetail): [number, number, number, number] | null {
  const [lon, lat] = location;
  return lon === undefined || lat === undefined ? null : [lon - 0.02, lat - 0.02, lon + 0.02, lat + 0.02];
}
