import { Marker, type Map as MapLibreMap } from "maplibre-gl";
import type { LonLat } from "../api/types";
import type { Language } from "../view/view-url";
import type { MapImage } from "./canvas-image";
import { tellMoment } from "./map-engine";
import { makeMapImage } from "./status-images";

/**
 * The sign of the parcel that the user has just marked. Its tile has to be fetched, cut and drawn first; an element of the page is
 * there with the next frame.
 */
export class OwnMark {
  private marker: Marker | null = null;

  constructor(private readonly map: MapLibreMap) {}

  show(at: LonLat, status: string, onHold: boolean, language: Language): void {
    const image = makeMapImage(`badge/${status}/${onHold ? "hold" : "open"}/${language}`);
    if (image === null) return;
    this.leave();
    this.marker = new Marker({ element: elementOf(image), className: "own-mark" }).setLngLat(at).addTo(this.map);
    // The first task after the next frame: the frame has been handed over to the screen.
    requestAnimationFrame(() => setTimeout(() => tellMoment("own-mark-shown")));
  }

  /** The tiles say the same now; so will the signs, which are placed when the map has come to rest. */
  leaveAtRest(): void {
    if (this.marker !== null) this.map.once("idle", () => this.leave());
  }

  private leave(): void {
    this.marker?.remove();
    this.marker = null;
  }
}

function elementOf({ data, pixelRatio }: MapImage): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = data.width;
  canvas.height = data.height;
  canvas.style.width = `${data.width / pixelRatio}px`;
  canvas.style.height = `${data.height / pixelRatio}px`;
  // A message says it to whoever cannot see it.
  canvas.setAttribute("aria-hidden", "true");
  canvas.getContext("2d")?.putImageData(data, 0, 0);
  return canvas;
}
