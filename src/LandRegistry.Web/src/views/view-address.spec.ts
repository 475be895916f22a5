import { describe, expect, it } from "vitest";
import { parseView } from "../view/view-url";
import { addressOfView, asksForView, isAsSaved } from "./view-address";

describe("saved views", () => {
  it("hold the filters, order and place, not the selection nor the language", () => {
    expect(addressOfView(parseView("?status=idle&sort=-area&parcel=7&tab=case&map=12.00/114.00000/30.00000&lang=en&view=3"))).toBe(
      "?status=idle&sort=-area&map=12.00/114.00000/30.00000",
    );
  });

  it("are as saved until a filter or the order changes; the map may move", () => {
    const address = "?status=idle&map=12.00/114.00000/30.00000";

    expect(isAsSaved(parseView("?status=idle&map=9.00/110.00000/28.00000&parcel=7&view=3"), address)).toBe(true);
    expect(isAsSaved(parseView("?status=idle,ready&view=3"), address)).toBe(false);
    expect(isAsSaved(parseView("?status=idle&sort=-area&view=3"), address)).toBe(false);
  });

  it("a link that names nothing but a view asks for it; one that says more is followed as it is", () => {
    expect(asksForView(parseView("?view=3"))).toBe(true);
    expect(asksForView(parseView("?view=3&lang=en"))).toBe(true);
    expect(asksForView(parseView("?view=3&status=idle"))).toBe(false);
    expect(asksForView(parseView("?status=idle"))).toBe(false);
  });
});
