import { describe, expect, it } from "vitest";
import { isPicture, MOST_SCAN_BYTES, printBytes, scanFault } from "./scan-files";

describe("scans", () => {
  it("of other kinds or too large are refused before they travel", () => {
    expect(scanFault({ type: "application/pdf", size: 10 })).toBeNull();
    expect(scanFault({ type: "text/html", size: 10 })).toBe("type");
    expect(scanFault({ type: "image/png", size: MOST_SCAN_BYTES + 1 })).toBe("size");
  });

  it("whose kind the browser does not know are left to the server", () => {
    expect(scanFault({ type: "", size: 10 })).toBeNull();
  });

  it("have sizes that people can read", () => {
    expect([512, 2048, 3.4 * 1024 * 1024, 1.25 * 1024 ** 3].map(printBytes)).toEqual(["512 B", "2 KB", "3.4 MB", "1.3 GB"]);
  });

  it("are shown as pictures only where every browser can", () => {
    expect(isPicture("image/jpeg")).toBe(true);
    expect(isPicture("image/tiff")).toBe(false);
  });
});
