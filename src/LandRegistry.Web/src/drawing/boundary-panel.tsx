import type { Geometry, MultiPolygon } from "geojson";
import { useEffect, useMemo, useReducer, useState } from "react";
import { checkBoundary } from "../api/boundaries";
import type { LonLat, ParcelDetail } from "../api/types";
import { asLonLat } from "../geometry/bounds";
import { boundaryOf, shapeOf, type Ring } from "../geometry/shape";
import { useTexts } from "../i18n/language-context";
import { parcelLabel } from "../parcels/parcel-label";
import { BoundaryConflict } from "./boundary-conflict";
import { CoordinateEntry } from "./coordinate-entry";
import { DrawTools } from "./draw-tools";
import { DrawingFrame } from "./drawing-frame";
import { edit, finishedShape, startEditor } from "./editor/editor";
import { Findings } from "./findings";
import { Measures } from "./measures";
import { usePen } from "./pen/use-pen";
import { SaveBoundary } from "./save-boundary";
import { useBoundarySending } from "./use-boundary-sending";
import { useCheck } from "./use-check";
import { showBesidePanel, useClearOfPanel } from "./use-clear-of-panel";
import { useExactShape, useNeighbours } from "./use-neighbours";
import { VertexList } from "./vertex-list";

const NO_PARTS: readonly MultiPolygon[] = [];
const NO_RINGS: readonly Ring[] = [];

/** Draws a new parcel, or the boundary of one that is there. */
export function BoundaryPanel({ parcel, etag }: { parcel: ParcelDetail | null; etag: string | null }) {
  const { t } = useTexts();
  // What was drawn from stays what it was, whoever changes the parcel meanwhile.
  const [start] = useState({ parcel, etag });
  useClearOfPanel(asLonLat(start.parcel?.location));
  const exact = useExactShape(start.parcel ?? undefined);
  const [editor, act] = useReducer(edit, startEditor("ring"));
  const [settings, setSettings] = useState({ snaps: true, traces: false });
  const [stepMetres, setStep] = useState(0.5);
  const [fields, setFields] = useState<{ zoneId: number | null; statedAreaSquareMetres: number | null }>({ zoneId: null, statedAreaSquareMetres: null });
  const isLoaded = useLoadedShape(exact.shape, act);
  const neighbours = useNeighbours(start.parcel === null ? [] : [start.parcel.id]);

  const whole = finishedShape(editor);
  const boundary = useMemo(() => (whole === null ? null : boundaryOf(whole)), [JSON.stringify(whole)]);
  const of = start.parcel === null ? fields : { parcelId: start.parcel.id };
  const check = useCheck("boundary", boundary === null ? null : JSON.stringify([boundary, of]), () => checkBoundary(boundary!, of));
  const sending = useBoundarySending(start.parcel, start.etag);
  // Between two pauses the last refusal still says where to look.
  const findings = check.answer?.findings ?? sending.problem?.findings ?? [];
  const broken = useMemo(() => findings.map(({ place }) => place).filter((place): place is Geometry => place !== null), [findings]);
  const scene = useMemo(
    () => ({ editor, neighbours: settings.snaps ? neighbours.rings : NO_RINGS, broken, parts: NO_PARTS, base: sending.conflict?.base ?? null, theirs: sending.conflict?.theirs ?? null }),
    [editor, neighbours.rings, settings.snaps, broken, sending.conflict],
  );
  const pointer = usePen(scene, settings, act, stepMetres);
  const last = editor.draft?.at(-1) ?? null;
  const takeTyped = (positions: readonly LonLat[]) => {
    act({ do: "add", positions });
    showBesidePanel([...(editor.draft ?? []), ...positions]);
  };
  const title = start.parcel === null ? t.drawing.titles.draw : start.parcel.isSurveyed ? t.drawing.titles.boundary : t.drawing.titles.first;

  return (
    <DrawingFrame title={title} subject={start.parcel === null ? undefined : parcelLabel(start.parcel, t)} isDirty={editor.past.length > (isLoaded && exact.shape !== null ? 1 : 0)} showsCentre={editor.tool !== "vertices"}>
      {sending.conflict !== null && (
        <BoundaryConflict
          conflict={sending.conflict}
          onMine={() => sending.takeVersion(sending.conflict!)}
          onTheirs={() => {
            if (sending.conflict!.theirs !== null) act({ do: "load", shape: shapeOf(sending.conflict!.theirs) });
            sending.takeVersion(sending.conflict!);
          }}
        />
      )}
      <DrawTools editor={editor} act={act} settings={settings} onSettings={setSettings} tools={["ring", "hole", "vertices"]} />
      {neighbours.isTooFar && <p className="draw-note">{t.drawing.tooFar}</p>}
      <Measures editor={editor} pointer={pointer} />
      {editor.tool !== "vertices" && <CoordinateEntry last={last} onPoints={takeTyped} />}
      <VertexList editor={editor} act={act} stepMetres={stepMetres} onStep={setStep} />
      <Findings findings={findings} isAsking={check.isAsking} hasFailed={check.hasFailed} isWhole={boundary !== null} />
      <SaveBoundary
        isNew={start.parcel === null}
        isSendable={boundary !== null && sending.conflict === null}
        mayAccept={findings.some(({ mayBeAccepted }) => mayBeAccepted) && findings.every(({ mayBeAccepted }) => mayBeAccepted)}
        problem={sending.problem}
        isSending={sending.isSending}
        onFields={setFields}
        onSave={(entered) => boundary !== null && void sending.send(boundary, entered)}
      />
    </DrawingFrame>
  );
}

/** Takes the parcel's own boundary into the editor once it is there. */
function useLoadedShape(shape: ReturnType<typeof useExactShape>["shape"], act: (action: { do: "load"; shape: NonNullable<typeof shape> }) => void): boolean {
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => {
    if (shape === undefined || isLoaded) return;
    setIsLoaded(true);
    if (shape !== null) act({ do: "load", shape });
  }, [shape, isLoaded, act]);
  return isLoaded;
}
