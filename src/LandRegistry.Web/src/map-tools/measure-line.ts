import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import type { LonLat } from "../api/types";
import { claimPointer } from "../map/pointer-claim";

const SOURCE = "measure";
const LAYERS = ["measure-fill", "measure-line", "measure-point"] as const;
const COLOUR = "#b3261e";

/** Points of a measurement on the map: a click adds one, a double click ends, the keyboard does both at the middle of the map. */
export class MeasureLine {
  private points: LonLat[] = [];
  private isEnded = false;
  private readonly release = claimPointer();

  /** `onPoints`: told of every point, the pointer's own among them while it is still moving. */
  constructor(
    private readonly map: MapLibreMap,
    private readonly onPoints: (points: readonly LonLat[]) => void,
  ) {
    addLayers(map);
    map.doubleClickZoom.disable();
    map.on("click", this.click);
    map.on("dblclick", this.end);
    map.on("mousemove", this.follow);
    map.getCanvas().addEventListener("keydown", this.key);
    map.getCanvas().style.cursor = "crosshair";
  }

  remove(): void {
    const { map } = this;
    map.off("click", this.click);
    map.off("dblclick", this.end);
    map.off("mousemove", this.follow);
    map.getCanvas().removeEventListener("keydown", this.key);
    map.getCanvas().style.cursor = "";
    map.doubleClickZoom.enable();
    LAYERS.forEach((layer) => map.removeLayer(layer));
    map.removeSource(SOURCE);
    this.release();
  }

  clear(): void {
    this.points = [];
    this.isEnded = false;
    this.show(null);
  }

  private readonly click = (event: MapMouseEvent): void => this.add([event.lngLat.lng, event.lngLat.lat]);

  private add(at: LonLat): void {
    if (this.isEnded) this.clear();
    const last = this.points.at(-1);
    // The second click of a double click stands where the first did.
    if (last !== undefined && this.isNear(last, at)) return;
    this.points.push(at);
    this.show(null);
  }

  private readonly end = (event?: MapMouseEvent): void => {
    event?.preventDefault();
    this.isEnded = true;
    this.show(null);
  };

  private readonly follow = (event: MapMouseEvent): void => {
    this.map.getCanvas().style.cursor = "crosshair";
    if (!this.isEnded && this.points.length > 0) this.show([event.lngLat.lng, event.lngLat.lat]);
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === " ") {
      const { lng, lat } = this.map.getCenter();
      this.add([lng, lat]);
    } else if (event.key === "Enter") this.end();
    else if (event.key === "Backspace") {
      this.points.pop();
      this.isEnded = false;
      this.show(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private isNear(a: LonLat, b: LonLat): boolean {
    const [p, q] = [this.map.project(a), this.map.project(b)];
    return Math.hypot(p.x - q.x, p.y - q.y) < 3;
  }

  private show(pointer: LonLat | null): void {
    const shown = pointer === null ? [...this.points] : [...this.points, pointer];
    (this.map.getSource(SOURCE) as GeoJSONSource | undefined)?.setData(featuresOf(shown));
    this.onPoints(shown);
  }
}

function featuresOf(points: readonly LonLat[]): FeatureCollection {
  const line = points.length < 2 ? [] : [{ type: "Feature" as const, properties: {}, geometry: { type: "LineString" as const, coordinates: [...points] } }];
  const ring = points.length < 3 ? [] : [{ type: "Feature" as const, properties: {}, geometry: { type: "Polygon" as const, coordinates: [[...points, points[0]!]] } }];
  const dots = points.map((at) => ({ type: "Feature" as const, properties: {}, geometry: { type: "Point" as const, coordinates: at } }));
  return { type: "FeatureCollection", features: [...ring, ...line, ...dots] };
}

function addLayers(map: MapLibreMap): void {
  map.addSource(SOURCE, { type: "geojson", data: featuresOf([]) });
  map.addLayer({ id: "measure-fill", type: "fill", source: SOURCE, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": COLOUR, "fill-opacity": 0.12 } });
  map.addLayer({ id: "measure-line", type: "line", source: SOURCE, filter: ["==", ["geometry-type"], "LineString"], paint: { "line-color": COLOUR, "line-width": 2.5, "line-dasharray": [3, 1.5] } });
  map.addLayer({
    id: "measure-point",
    type: "circle",
    source: SOURCE,
    filter: ["==", ["geometry-type"], "Point"],
    paint: { "circle-radius": 4.5, "circle-color": "#ffffff", "circle-stroke-color": COLOUR, "circle-stroke-width": 2 },
  });
}
