import type { Map as MapLibreMap } from "maplibre-gl";

/**
 * What a picture can lack for a moment. Of a picture of thousands of parcels their edges are half the work of a software renderer, and their
 * names a third of one of some hundreds. Each is hidden by a property of the whole layer: the engine then skips it and leaves its tiles alone.
 */
const DETAIL = [
  ["parcel-line", "line-layer-opacity"],
  ["zone-line", "line-layer-opacity"],
  ["parcel-badge", "text-opacity"],
  ["parcel-point", "text-opacity"],
  ["park-label", "text-opacity"],
  ["zone-label", "text-opacity"],
] as const;

/** Of a frame: later ones than these are seen as a stutter. */
const LATE_MILLISECONDS = 40;
/** One late frame may have another cause. */
const LATE_FRAMES = 2;

/**
 * On a computer that cannot keep up, edges and names are left out while the map moves, and come back when it has come to rest; so with the first
 * picture, whose tiles arrive one by one. Where frames are in time nothing is ever left out (docs/decisions/0054-edges-come-back-at-rest.md).
 */
export class DetailAtRest {
  private isShown = true;
  private lateFrames = 0;

  /** `whenComplete`: a picture is on the screen that lacks nothing. */
  constructor(
    private readonly map: MapLibreMap,
    whenComplete: () => void,
  ) {
    map.once("style.load", () => this.show(false));
    map.on("movestart", () => (this.lateFrames = 0));
    map.on("render", () => this.isShown && map.isMoving() && this.timeFrame());
    map.on("idle", () => {
      if (this.isShown) return whenComplete();
      this.show(true);
      map.once("render", whenComplete);
    });
  }

  /** A pointer that stands still asks for no picture; so it is not the time between two pictures that tells, but how soon the next could be drawn. */
  private timeFrame(): void {
    const drawn = performance.now();
    requestAnimationFrame(() => {
      if (!this.isShown || !this.map.isMoving()) return;
      this.lateFrames = performance.now() - drawn > LATE_MILLISECONDS ? this.lateFrames + 1 : 0;
      if (this.lateFrames >= LATE_FRAMES) this.show(false);
    });
  }

  private show(isShown: boolean): void {
    this.isShown = isShown;
    showDetail(this.map, isShown);
  }
}

export function showDetail(map: MapLibreMap, isShown: boolean): void {
  for (const [layer, property] of DETAIL) map.setPaintProperty(layer, property, isShown ? 1 : 0);
}
