import type { Map as MapLibreMap } from "maplibre-gl";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DetailAtRest } from "./detail-at-rest";

/** As much of the engine as this needs: it tells of events and remembers what was hidden. */
function fakeMap() {
  const listeners = new Map<string, (() => void)[]>();
  const opacities = new Map<string, unknown>();
  const listen = (event: string, act: () => void) => listeners.set(event, [...(listeners.get(event) ?? []), act]);
  const state = { isMoving: false };
  return {
    state,
    opacities,
    fire: (event: string) => [...(listeners.get(event) ?? [])].forEach((act) => act()),
    engine: {
      on: listen,
      once: (event: string, act: () => void) => {
        const once = () => {
          listeners.set(event, (listeners.get(event) ?? []).filter((other) => other !== once));
          act();
        };
        listen(event, once);
      },
      isMoving: () => state.isMoving,
      setPaintProperty: (layer: string, property: string, value: unknown) => opacities.set(`${layer} ${property}`, value),
    } as unknown as MapLibreMap,
  };
}

describe("edges and names", () => {
  let frames: (() => void)[] = [];
  let now = 0;

  beforeEach(() => {
    frames = [];
    vi.stubGlobal("requestAnimationFrame", (act: () => void) => frames.push(act));
    vi.spyOn(performance, "now").mockImplementation(() => now);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  /** The engine draws, and the browser lets it draw again so much later. */
  function draw(map: ReturnType<typeof fakeMap>, milliseconds: number): void {
    map.fire("render");
    now += milliseconds;
    frames.splice(0).forEach((act) => act());
  }

  function atRest() {
    const map = fakeMap();
    const whenComplete = vi.fn();
    new DetailAtRest(map.engine, whenComplete);
    map.fire("style.load");
    map.fire("idle");
    map.fire("render");
    return { map, whenComplete };
  }

  it("the first picture is complete when they are on it, not before", () => {
    const map = fakeMap();
    const whenComplete = vi.fn();
    new DetailAtRest(map.engine, whenComplete);
    map.fire("style.load");
    expect(map.opacities.get("parcel-line line-layer-opacity")).toBe(0);
    map.fire("render");
    map.fire("idle");
    expect(map.opacities.get("parcel-line line-layer-opacity")).toBe(1);
    expect(whenComplete).not.toHaveBeenCalled();

    map.fire("render");

    expect(whenComplete).toHaveBeenCalledOnce();
  });

  it("are left out after two late frames of a movement, and come back at rest", () => {
    const { map } = atRest();
    map.state.isMoving = true;
    map.fire("movestart");
    draw(map, 90);
    expect(map.opacities.get("parcel-badge text-opacity")).toBe(1);
    draw(map, 90);
    expect(map.opacities.get("parcel-badge text-opacity")).toBe(0);

    map.state.isMoving = false;
    map.fire("idle");

    expect(map.opacities.get("parcel-badge text-opacity")).toBe(1);
  });

  it("stay where frames are in time, though one is late now and then", () => {
    const { map } = atRest();
    map.state.isMoving = true;
    map.fire("movestart");

    for (const milliseconds of [16, 90, 16, 16, 90, 16]) draw(map, milliseconds);

    expect([...map.opacities.values()]).not.toContain(0);
  });

  it("stay while nothing moves, however long a picture takes", () => {
    const { map } = atRest();

    for (let frame = 0; frame < 5; frame += 1) draw(map, 200);

    expect([...map.opacities.values()]).not.toContain(0);
  });
});
