import "./map-worker";
import {
  Map as MapLibreMap,
  type GeoJSONSource,
  type MapGeoJSONFeature,
  type PointLike,
  type Tile,
  type VectorTileSource,
} from "maplibre-gl";
import type { Feature, FeatureCollection } from "geojson";
import type { ZoneOutlines } from "../api/queries";
import type { Bbox, LonLat } from "../api/types";
import type { Camera, Language } from "../view/view-url";
import { LABEL_FONT } from "./canvas-image";
import { CellRings } from "./cell-rings";
import { DetailAtRest } from "./detail-at-rest";
import { HoveredParcel } from "./hovered-parcel";
import { markDrawn, publishEngine, tellMoment } from "./map-engine";
import { MapImages } from "./map-images";
import { MarkedParcels } from "./marked-parcels";
import type { ScreenBox } from "./menu-place";
import { isPointerClaimed } from "./pointer-claim";
import {
  CELL_LAYER,
  GLYPH_LAYERS,
  glyphImage,
  makeStyle,
  PARCEL_LAYERS,
  PARCEL_SOURCE,
  SELECTION_SOURCE,
  ZONE_LABEL_SOURCE,
  ZONE_SOURCE,
} from "./map-style";
import { positionsOf, startOf, type Selecting } from "./map-start";
import { OwnMark } from "./own-mark";
import { ParcelLabels } from "./parcel-labels";
import type { ParcelHit, ParcelMapEvents } from "./parcel-map-events";
import { zoneLabels } from "./zone-labels";

/** A parcel nearer to the edge than this, in pixels, counts as out of sight. */
const EDGE = 64;
/** The tiles hold single parcels from here on (docs/architecture.md, Tiles). */
const SINGLE_FROM_ZOOM = 14;
const FRESH_MILLISECONDS = 4000;

/** The map engine with the registry's sources and layers; knows parcels, nothing of the rest of the screen. */
export class ParcelMap {
  private readonly map: MapLibreMap;
  private readonly ready: Promise<void>;
  private readonly resizing: ResizeObserver;
  readonly marks: MarkedParcels;
  private selecting: Selecting | null = null;
  /** Tiles that could not be had, by their address in the pyramid. */
  private readonly failed = new Map<string, { x: number; y: number; z: number }>();
  private hasSelection = false;
  /** A page may be left while something waits for its moment: nothing is done to a map that is gone. */
  private isRemoved = false;
  /** Other parcels, or the same in another state, have been asked for and are not on the screen yet. */
  private isAwaitingParcels = false;
  private readonly ownMark: OwnMark;
  /** Where the user last clicked on a parcel, until the map has made room for its card. */
  private picked: LonLat | null = null;

  constructor(
    container: HTMLElement,
    private readonly events: ParcelMapEvents,
    options: { tiles: string; language: Language; camera: Camera | null; world: Bbox | null },
  ) {
    this.map = new MapLibreMap({
      container,
      style: makeStyle(options.tiles, options.language),
      ...startOf(options.camera, options.world),
      // Letters come from the fonts of this machine: nothing is fetched.
      localIdeographFontFamily: LABEL_FONT,
      attributionControl: false,
      dragRotate: false,
      // Shift and a drag select.
      boxZoom: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 19,
      // Without any fading the engine places every sign of the map anew in each frame; so it does ten times a second.
      fadeDuration: 100,
      trackResize: false,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    new MapImages(this.map);
    new ParcelLabels(this.map);
    new CellRings(this.map);
    new DetailAtRest(this.map, markDrawn);
    // Not when the first picture is there: what is set only then has the engine cut and draw everything once more.
    this.ready = new Promise((resolve) => this.map.once("style.load", () => resolve()));
    void this.ready.then(() => publishEngine(this.map));
    this.marks = new MarkedParcels(this.map, this.ready);
    this.ownMark = new OwnMark(this.map);
    this.listen();
    this.resizing = new ResizeObserver(() => this.keepPlaceOnResize());
    this.resizing.observe(container);
  }

  remove(): void {
    this.isRemoved = true;
    this.resizing.disconnect();
    publishEngine(null);
    this.map.remove();
  }

  setTiles(tiles: string): void {
    void this.ready.then(() => {
      this.retryFailed();
      this.isAwaitingParcels = true;
      (this.map.getSource(PARCEL_SOURCE) as VectorTileSource).setTiles([tiles]);
    });
  }

  /** Asks for the visible tiles again; the server answers 304 for those that have not changed. */
  refreshTiles(): void {
    void this.ready.then(() => {
      this.retryFailed();
      this.isAwaitingParcels = true;
      this.map.refreshTiles(PARCEL_SOURCE);
    });
  }

  /** Where the user has just marked a parcel: its sign, until the tiles say the same. */
  showMark(at: LonLat | null, status: string, onHold: boolean, language: Language): void {
    if (at !== null) this.ownMark.show(at, status, onHold, language);
  }

  /** The engine waits for ever for a failed tile that it reloads with all the others; asked for by its address, it is fetched. */
  private retryFailed(): void {
    if (this.failed.size > 0) this.map.refreshTiles(PARCEL_SOURCE, [...this.failed.values()]);
    this.failed.clear();
  }

  /** `label` is what a screen reader says for the map. */
  setLanguage(language: Language, label: string): void {
    this.map.getCanvas().setAttribute("aria-label", label);
    void this.ready.then(() => {
      for (const layer of GLYPH_LAYERS) {
        this.map.setLayoutProperty(layer, "icon-image", glyphImage(layer === "parcel-badge" ? "badge" : "point", language));
      }
    });
  }

  setZones(outlines: ZoneOutlines, language: Language): void {
    void this.ready.then(() => {
      this.source(ZONE_SOURCE).setData(outlines);
      this.source(ZONE_LABEL_SOURCE).setData(zoneLabels(outlines, language));
    });
  }

  /** `at` carries the pin that marks the parcel from far. */
  setSelection(feature: Feature | null, at: LonLat | null): void {
    const pin: Feature[] = at === null ? [] : [{ type: "Feature", properties: { isPin: true }, geometry: { type: "Point", coordinates: at } }];
    const data: FeatureCollection = { type: "FeatureCollection", features: feature === null ? [] : [feature, ...pin] };
    if (data.features.length === 0 && !this.hasSelection) return;
    this.hasSelection = data.features.length > 0;
    void this.ready.then(() => this.source(SELECTION_SOURCE).setData(data));
  }

  /** Who is told of clicks and drags with Shift. */
  onSelecting(selecting: Selecting): void {
    this.selecting = selecting;
  }

  unproject([x, y]: readonly [number, number]): LonLat {
    const { lng, lat } = this.map.unproject([x, y]);
    return [lng, lat];
  }

  /** Outlines parcels that someone has just changed, for a moment. */
  flash(ids: readonly number[]): void {
    const set = (fresh: boolean) => {
      if (this.isRemoved) return;
      ids.forEach((id) => this.map.setFeatureState({ source: PARCEL_SOURCE, sourceLayer: "parcels", id }, { fresh }));
    };
    void this.ready.then(() => {
      set(true);
      setTimeout(() => set(false), FRESH_MILLISECONDS);
    });
  }

  camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), centre: [lng, lat] };
  }

  jumpTo(camera: Camera): void {
    this.map.jumpTo({ center: camera.centre, zoom: camera.zoom });
  }

  showBox(box: Bbox): void {
    this.afterLayout(() => this.map.fitBounds(box, { padding: 96, maxZoom: 16.5, duration: 500 }));
  }

  /** Shows a parcel that cannot be seen as one: it lies outside, at the very edge, or within a ring of many. */
  reveal(id: number, box: Bbox): void {
    this.afterLayout(() => {
      if (this.isInSight(id, box)) return;
      const fit = this.map.cameraForBounds(box, { padding: 96, maxZoom: 16.5 });
      if (fit?.center === undefined || fit.zoom === undefined) return;
      // Whoever walks along the list at a scale of their own keeps it, where the parcel is large enough at it.
      const zoom = this.map.getZoom();
      const keeps = zoom >= SINGLE_FROM_ZOOM + 0.5 && zoom <= fit.zoom;
      this.map.easeTo({ center: fit.center, zoom: keeps ? zoom : fit.zoom, duration: 500 });
    });
  }

  private isInSight(id: number, [west, south, east, north]: Bbox): boolean {
    const { clientWidth: width, clientHeight: height } = this.map.getContainer();
    const { x, y } = this.map.project([(west + east) / 2, (south + north) / 2]);
    const edge = Math.min(EDGE, width / 6, height / 6);
    if (x < edge || y < edge || x > width - edge || y > height - edge) return false;
    // From here on every parcel is drawn by itself, even if its tile is still on its way.
    return this.map.getZoom() >= SINGLE_FROM_ZOOM || this.map.queryRenderedFeatures({ layers: PARCEL_LAYERS }).some((feature) => feature.id === id);
  }

  showPoint(centre: LonLat): void {
    this.afterLayout(() => this.map.easeTo({ center: centre, zoom: Math.max(16, this.map.getZoom()), duration: 500 }));
  }

  /** Going to a parcel often opens its card as well: the map must know its new size before it measures the way. */
  private afterLayout(go: () => void): void {
    requestAnimationFrame(() => requestAnimationFrame(() => !this.isRemoved && go()));
  }

  zoomBy(steps: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + steps, duration: 200 });
  }

  private source(id: string): GeoJSONSource {
    return this.map.getSource(id) as GeoJSONSource;
  }

  private listen(): void {
    const { map } = this;
    map.on("moveend", () => this.tellMove());
    map.once("load", () => this.tellMove());
    map.on("render", () => {
      if (!this.isAwaitingParcels || !map.isSourceLoaded(PARCEL_SOURCE)) return;
      this.isAwaitingParcels = false;
      this.ownMark.leaveAtRest();
      tellMoment("parcels-drawn");
    });
    new HoveredParcel(map, (point) => this.parcelAt(point), (point) => this.featuresAt(point, [CELL_LAYER])[0], this.events.onPointer);
    map.on("click", (event) => this.click(event.point, [event.lngLat.lng, event.lngLat.lat], event.originalEvent.shiftKey));
    map.on("mousedown", (event) => {
      if (!event.originalEvent.shiftKey || event.originalEvent.button !== 0 || isPointerClaimed()) return;
      event.preventDefault();
      this.selecting?.press([event.point.x, event.point.y]);
    });
    map.on("dblclick", (event) => {
      const hit = isPointerClaimed() ? null : this.parcelAt(event.point);
      if (hit === null) return;
      event.preventDefault();
      this.events.onOpen(hit);
    });
    map.on("contextmenu", (event) => {
      const hit = this.parcelAt(event.point);
      if (hit !== null) this.events.onMenu(hit, { x: event.originalEvent.clientX, y: event.originalEvent.clientY, box: this.screenBoxOf(hit.id) });
    });
    map.on("error", (event) => {
      const { sourceId, tile, error } = event as { sourceId?: string; tile?: Tile; error: unknown };
      if (sourceId !== PARCEL_SOURCE) return console.error(error);
      if (tile !== undefined) this.failed.set(tile.tileID.key, tile.tileID.canonical);
      this.events.onTiles(false);
    });
    map.on("data", (event) => {
      if (event.dataType === "source" && event.sourceId === PARCEL_SOURCE && "tile" in event) this.events.onTiles(true);
    });
  }

  private tellMove(): void {
    const bounds = this.map.getBounds();
    this.events.onMove(this.camera(), [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
  }

  /**
   * When the card opens beside the map or the table grows below it, what is on the map stays where
   * it is under the user's eyes, instead of moving by half of what was taken away. A parcel that
   * was just clicked and now lies under the card is moved back into sight.
   */
  private keepPlaceOnResize(): void {
    const { clientWidth: width, clientHeight: height } = this.map.getContainer();
    if (width === 0 || height === 0) return;
    const centre = this.map.unproject([width / 2, height / 2]);
    const isTravelling = this.map.isMoving();
    this.map.resize();
    if (isTravelling) return;
    this.map.jumpTo({ center: centre });
    const picked = this.picked === null ? null : this.map.project(this.picked);
    this.picked = null;
    if (picked !== null && (picked.x > width - EDGE || picked.y > height - EDGE)) {
      this.map.panBy([Math.max(0, picked.x - width + EDGE * 2), Math.max(0, picked.y - height + EDGE * 2)], { duration: 300 });
    }
  }

  private click(point: PointLike, position: LonLat, withShift: boolean): void {
    if (isPointerClaimed()) return;
    if (withShift) {
      const hit = this.parcelAt(point);
      if (hit !== null) this.selecting?.toggle(hit.id);
      return;
    }
    const cell = this.featuresAt(point, [CELL_LAYER])[0];
    if (cell !== undefined) {
      this.map.easeTo({ center: position, zoom: this.map.getZoom() + 2, duration: 400 });
      return;
    }
    const hit = this.parcelAt(point);
    this.picked = hit === null ? null : position;
    this.events.onPick(hit);
  }

  private screenBoxOf(id: number): ScreenBox {
    const { left, top } = this.map.getContainer().getBoundingClientRect();
    const corners = this.map
      .queryRenderedFeatures({ layers: PARCEL_LAYERS })
      .filter((feature) => feature.id === id)
      .flatMap(({ geometry }) => positionsOf(geometry))
      .map((at) => this.map.project(at));
    const xs = corners.map(({ x }) => x + left);
    const ys = corners.map(({ y }) => y + top);
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
  }

  private parcelAt(point: PointLike): ParcelHit | null {
    const feature = this.featuresAt(point, PARCEL_LAYERS)[0];
    if (feature === undefined || typeof feature.id !== "number") return null;
    return { id: feature.id, status: String(feature.properties["status"]), sourceLayer: feature.sourceLayer ?? "parcels" };
  }

  private featuresAt(point: PointLike, layers: string[]): MapGeoJSONFeature[] {
    return this.map.isStyleLoaded() || this.map.getLayer(CELL_LAYER) ? this.map.queryRenderedFeatures(point, { layers }) : [];
  }
}
