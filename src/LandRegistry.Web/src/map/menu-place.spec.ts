import { describe, expect, it } from "vitest";
import { menuPlace } from "./menu-place";

const menu = { width: 312, height: 300 };
const screen = { width: 1440, height: 900 };

describe("the menu of a parcel", () => {
  it("stands at its right", () => {
    expect(menuPlace({ x: 500, y: 400 }, { left: 450, top: 350, right: 560, bottom: 450 }, menu, screen)).toEqual({ left: 572, top: 400 });
  });

  it("stands at its left where there is no room at its right", () => {
    expect(menuPlace({ x: 1300, y: 400 }, { left: 1250, top: 350, right: 1400, bottom: 450 }, menu, screen)).toEqual({ left: 926, top: 400 });
  });

  it("stands beside the pointer where the parcel fills the screen", () => {
    expect(menuPlace({ x: 700, y: 880 }, { left: -500, top: -500, right: 3000, bottom: 3000 }, menu, screen)).toEqual({ left: 712, top: 592 });
  });
});
