import type { Feature, FeatureCollection, Geometry, MultiPolygon } from "geojson";
import type { LonLat } from "../../api/types";
import { boundaryOf, sameVertex, type Ring } from "../../geometry/shape";
import { allVertices, placeOf, type Editor } from "../editor/editor";

/** What lies on the map while something is drawn. */
export interface Scene {
  editor: Editor;
  neighbours: readonly Ring[];
  /** Places where a rule is broken. */
  broken: readonly Geometry[];
  /** What would come of a split or merge. */
  parts: readonly MultiPolygon[];
  /** What both drew from, and what the other person drew. */
  base: MultiPolygon | null;
  theirs: MultiPolygon | null;
}

/** Where the pointer is and what it was caught by. */
export interface PointerAt {
  position: LonLat;
  isCaught: boolean;
}

export function sceneFeatures(scene: Scene, pointer: PointerAt | null): FeatureCollection {
  const { editor } = scene;
  const rings = editor.shape.polygons.length > 0 ? [feature("mine", boundaryOf(editor.shape))] : [];
  const draft = editor.draft ?? [];
  return {
    type: "FeatureCollection",
    features: [
      ...scene.parts.map((part, nth) => feature("part", part, { nth })),
      ...rings,
      ...(scene.base === null ? [] : [feature("base", scene.base)]),
      ...(scene.theirs === null ? [] : [feature("theirs", scene.theirs)]),
      ...(draft.length > 1 ? [feature("draft", { type: "LineString", coordinates: [...draft] })] : []),
      ...wayFeatures(editor, pointer),
      ...scene.broken.flatMap(brokenFeatures),
      ...vertexFeatures(editor),
      ...(pointer?.isCaught === true ? [feature("snap", { type: "Point", coordinates: pointer.position })] : []),
    ],
  };
}

export function neighbourFeatures(rings: readonly Ring[]): FeatureCollection {
  return { type: "FeatureCollection", features: rings.map((ring) => feature("neighbour", { type: "LineString", coordinates: [...ring, ring[0]!] })) };
}

/** From the last vertex to the pointer, and back to the first where a ring is drawn. */
function wayFeatures({ draft, tool }: Editor, pointer: PointerAt | null): Feature[] {
  const last = draft?.at(-1);
  if (draft === null || last === undefined || pointer === null) return [];
  const back = tool !== "line" && draft.length > 1 ? [draft[0]!] : [];
  return [feature("way", { type: "LineString", coordinates: [last, pointer.position, ...back] })];
}

function vertexFeatures(editor: Editor): Feature[] {
  return allVertices(editor).flatMap((vertex) => {
    const at = placeOf(editor, vertex);
    return at === null ? [] : [feature("vertex", { type: "Point", coordinates: at }, { isSelected: sameVertex(vertex, editor.selected) })];
  });
}

function brokenFeatures(place: Geometry): Feature[] {
  const [lon, lat] = firstPosition(place);
  // A strip of a few centimetres cannot be seen from far: a ring is drawn about its beginning as well.
  return [...(place.type === "Point" ? [] : [feature("broken", place)]), feature("broken-point", { type: "Point", coordinates: [lon, lat] })];
}

/** The first position of a geometry, where one is looked for on the map. */
export function firstPosition(geometry: Geometry): LonLat {
  if (geometry.type === "GeometryCollection") return geometry.geometries[0] === undefined ? [0, 0] : firstPosition(geometry.geometries[0]);
  let at: unknown = geometry.coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  const [lon = 0, lat = 0] = at as number[];
  return [lon, lat];
}

function feature(role: string, geometry: Geometry, properties: Record<string, unknown> = {}): Feature {
  return { type: "Feature", properties: { role, ...properties }, geometry };
}
