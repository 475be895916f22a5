import { describe, expect, it } from "vitest";
import { columnOfPlace, placed, placeOf } from "./place-columns";

describe("the columns of the place", () => {
  it("are one of well-known text or two of coordinates", () => {
    expect(columnOfPlace([])).toEqual({});
    expect(columnOfPlace(["图形"])).toEqual({ wkt: "图形" });
    expect(columnOfPlace(["E", "N"])).toEqual({ x: "E", y: "N" });
    expect(placeOf({ x: "E", y: "N" }, "N")).toBe("y");
    expect(placeOf({ x: "E", y: "N" }, "name")).toBeUndefined();
  });

  it("have the file looked at anew once both coordinates are known", () => {
    expect(placed({}, "x", "E")).toBeNull();
    expect(placed({ x: "E" }, "y", "N")).toEqual({ xColumn: "E", yColumn: "N", wktColumn: null, crs: null });
    expect(placed({ x: "E", y: "N" }, "x", "N")).toBeNull();
    expect(placed({ x: "E", y: "N" }, "wkt", "shape")).toEqual({ wktColumn: "shape", xColumn: null, yColumn: null, crs: null });
  });
});
