import { describe, expect, it } from "vitest";
import type { Camera } from "../view/view-url";
import { CameraHistory } from "./camera-history";

const view = (zoom: number): Camera => ({ zoom, centre: [114, 30] });

describe("the views of the map", () => {
  it("go back and forth, and stop at both ends", () => {
    const history = new CameraHistory();
    [10, 11, 12].forEach((zoom) => history.visit(view(zoom)));

    expect([history.go(-1)?.zoom, history.go(-1)?.zoom, history.go(-1)]).toEqual([11, 10, null]);
    expect(history.go(1)?.zoom).toBe(11);
  });

  it("a new view takes the place of those that lay ahead", () => {
    const history = new CameraHistory();
    [10, 11].forEach((zoom) => history.visit(view(zoom)));

    history.go(-1);
    history.visit(view(15));

    expect(history.canGo(1)).toBe(false);
    expect(history.go(-1)?.zoom).toBe(10);
  });

  it("coming to where one went is no new view", () => {
    const history = new CameraHistory();
    [10, 11].forEach((zoom) => history.visit(view(zoom)));

    history.visit(history.go(-1)!);

    expect(history.canGo(1)).toBe(true);
  });

  it("forget the oldest beyond their number", () => {
    const history = new CameraHistory(2);
    [10, 11, 12].forEach((zoom) => history.visit(view(zoom)));

    expect(history.go(-1)?.zoom).toBe(11);
    expect(history.canGo(-1)).toBe(false);
  });
});
