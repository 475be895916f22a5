import { describe, expect, it } from "vitest";
import { physicalSize } from "./image-files";

describe("the size of a PNG on paper", () => {
  it("is a chunk of nine bytes with both densities, the unit metre, and its check sum", () => {
    const chunk = new DataView(physicalSize(11811).buffer);

    expect([chunk.getUint32(0), chunk.getUint32(8), chunk.getUint32(12), chunk.getUint8(16)]).toEqual([9, 11811, 11811, 1]);
    // zlib.crc32 of Python over the same bytes.
    expect(chunk.getUint32(17)).toBe(0x78a53f76);
  });
});
