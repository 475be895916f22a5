import type { Map as MapLibreMap, MapMouseEvent, Point } from "maplibre-gl";
import type { LonLat } from "../../api/types";
import { sameVertex, type Ring, type VertexAt } from "../../geometry/shape";
import { snapTo, traceBetween } from "../../geometry/snap";
import { claimPointer } from "../../map/pointer-claim";
import { allVertices, placeOf, type Action } from "../editor/editor";
import { neighbourFeatures, sceneFeatures, type PointerAt, type Scene } from "./drawing-features";
import { addDrawingLayers, removeDrawingLayers, showDrawing, showNeighbours } from "./drawing-style";

/** Pixels within which a pointer takes hold of a vertex or is caught by a neighbour. */
const REACH = 12;

export interface PenSettings {
  snaps: boolean;
  traces: boolean;
}

/** Draws a scene onto the map and turns what the pointer does there into steps of the editor. */
export class DrawingPen {
  private scene: Scene | null = null;
  private settings: PenSettings = { snaps: true, traces: false };
  private pointer: PointerAt | null = null;
  private held: VertexAt | null = null;
  private readonly release = claimPointer();

  constructor(
    private readonly map: MapLibreMap,
    private readonly act: (action: Action) => void,
    private readonly onPointer: (at: LonLat | null) => void,
  ) {
    addDrawingLayers(map);
    map.doubleClickZoom.disable();
    map.on("mousedown", this.press);
    map.on("mousemove", this.follow);
    map.on("mouseup", this.let);
    map.on("click", this.click);
    map.on("dblclick", this.finish);
    map.on("mouseout", this.leave);
  }

  remove(): void {
    const { map } = this;
    map.off("mousedown", this.press);
    map.off("mousemove", this.follow);
    map.off("mouseup", this.let);
    map.off("click", this.click);
    map.off("dblclick", this.finish);
    map.off("mouseout", this.leave);
    map.doubleClickZoom.enable();
    map.getCanvas().style.cursor = "";
    removeDrawingLayers(map);
    this.release();
  }

  show(scene: Scene, settings: PenSettings): void {
    if (this.scene?.neighbours !== scene.neighbours) showNeighbours(this.map, neighbourFeatures(scene.neighbours));
    this.scene = scene;
    this.settings = settings;
    this.paint();
  }

  private readonly press = (event: MapMouseEvent): void => {
    const vertex = event.originalEvent.button === 0 ? this.vertexAt(event.point) : null;
    if (vertex === null || this.scene === null) return;
    // Held, a vertex moves and the map does not.
    event.preventDefault();
    this.held = vertex;
    this.act({ do: "select", vertex });
  };

  private readonly follow = (event: MapMouseEvent): void => {
    if (this.scene === null) return;
    const position = this.caught(event, this.held);
    this.pointer = { position: position.position, isCaught: position.isCaught };
    this.map.getCanvas().style.cursor = this.held !== null ? "grabbing" : this.vertexAt(event.point) !== null ? "grab" : "crosshair";
    this.onPointer(position.position);
    if (this.held !== null) this.act({ do: "move", vertex: this.held, to: position.position, isDragging: this.isMoving });
    this.isMoving = this.held !== null;
    this.paint();
  };

  /** The first step of a drag is the one to go back to. */
  private isMoving = false;

  private readonly let = (): void => {
    this.held = null;
    this.isMoving = false;
  };

  private readonly leave = (): void => {
    this.pointer = null;
    this.onPointer(null);
    this.paint();
  };

  private readonly click = (event: MapMouseEvent): void => {
    const editor = this.scene?.editor;
    if (editor === undefined || event.defaultPrevented) return;
    const vertex = this.vertexAt(event.point);
    if (editor.tool === "vertices") {
      if (vertex !== null) this.act({ do: "select", vertex });
      else this.insertOnEdge(event);
      return;
    }
    // A ring is closed by a click on its first vertex; a click on another one chooses it.
    if (vertex !== null) return this.act(isFirst(vertex) && editor.draft !== null && editor.draft.length > 2 && editor.tool !== "line" ? { do: "finish" } : { do: "select", vertex });
    this.add(this.caught(event, null).position);
  };

  private readonly finish = (event: MapMouseEvent): void => {
    event.preventDefault();
    this.act({ do: "finish" });
  };

  /** Adds a vertex, and those of a neighbour's edge on the way to it where edges are traced. */
  private add(position: LonLat): void {
    const last = this.scene?.editor.draft?.at(-1);
    const between = last === undefined || !this.settings.traces ? [] : this.traced(last, position);
    this.act({ do: "add", positions: [...between, position] });
  }

  private traced(from: LonLat, to: LonLat): LonLat[] {
    for (const ring of this.scene?.neighbours ?? []) {
      const [start, end] = [snapTo(from, [ring], 1e-9), snapTo(to, [ring], 1e-9)];
      if (start !== null && end !== null) return traceBetween(ring, start, end);
    }
    return [];
  }

  private insertOnEdge(event: MapMouseEvent): void {
    const editor = this.scene!.editor;
    const rings = editor.shape.polygons.flatMap((polygon, index) => polygon.map((ring, at) => ({ ring, polygon: index, at })));
    const hit = snapTo([event.lngLat.lng, event.lngLat.lat], rings.map(({ ring }) => ring), this.reach());
    const on = hit === null ? undefined : rings[hit.ring];
    if (hit === null || on === undefined) return this.act({ do: "select", vertex: null });
    this.act({ do: "insert", after: { polygon: on.polygon, ring: on.at, vertex: hit.vertex }, position: hit.position });
  }

  /** Where the pointer stands, or what it is caught by: neighbours, and the drawing's own vertices but the one that is held. */
  private caught(event: MapMouseEvent, held: VertexAt | null): PointerAt {
    const position: LonLat = [event.lngLat.lng, event.lngLat.lat];
    if (!this.settings.snaps || event.originalEvent.altKey || this.scene === null) return { position, isCaught: false };
    const own = held === null ? this.scene.editor.shape.polygons.flat() : [];
    const snap = snapTo(position, [...this.scene.neighbours, ...own], this.reach());
    return snap === null ? { position, isCaught: false } : { position: snap.position, isCaught: true };
  }

  /** Pixels of reach in degrees of latitude, here and at this zoom. */
  private reach(): number {
    const { lat } = this.map.getCenter();
    return ((REACH * 360) / (512 * 2 ** this.map.getZoom())) * Math.cos((lat * Math.PI) / 180);
  }

  private vertexAt(point: Point): VertexAt | null {
    const editor = this.scene?.editor;
    if (editor === undefined) return null;
    let best: { vertex: VertexAt; distance: number } | null = null;
    for (const vertex of allVertices(editor)) {
      const at = placeOf(editor, vertex);
      if (at === null) continue;
      const { x, y } = this.map.project(at);
      const distance = Math.hypot(x - point.x, y - point.y);
      if (distance <= REACH && (best === null || distance < best.distance || sameVertex(vertex, editor.selected))) best = { vertex, distance };
    }
    return best?.vertex ?? null;
  }

  private paint(): void {
    if (this.scene !== null) showDrawing(this.map, sceneFeatures(this.scene, this.pointer));
  }
}

function isFirst(vertex: VertexAt): boolean {
  return vertex.polygon < 0 && vertex.vertex === 0;
}

/** Rings of boundaries, open, to snap to. */
export function ringsOf(boundaries: readonly { coordinates: readonly (readonly (readonly (readonly number[])[])[])[] }[]): Ring[] {
  return boundaries.flatMap(({ coordinates }) => coordinates.flat().map((ring) => ring.slice(0, -1).map(([lon = 0, lat = 0]): LonLat => [lon, lat])));
}

