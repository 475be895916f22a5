/** What the server takes as a scan; it judges by the content, this only spares a useless upload. */
export const SCAN_TYPES = ["application/pdf", "image/png", "image/jpeg", "image/tiff"];

/** The largest scan, bytes. */
export const MOST_SCAN_BYTES = 32 * 1024 * 1024;

export type ScanFault = "type" | "size" | null;

export function scanFault(file: { type: string; size: number }): ScanFault {
  if (file.type !== "" && !SCAN_TYPES.includes(file.type)) return "type";
  return file.size > MOST_SCAN_BYTES ? "size" : null;
}

/** Bytes as people say them: 12 KB, 3.4 MB, 1.2 GB. */
export function printBytes(count: number): string {
  if (count < 1024) return `${count} B`;
  if (count < 1024 * 1024) return `${Math.round(count / 1024)} KB`;
  if (count < 1024 ** 3) return `${(count / 1024 ** 2).toFixed(1)} MB`;
  return `${(count / 1024 ** 3).toFixed(1)} GB`;
}

/** Whether a browser can show the scan as a picture. */
export function isPicture(mediaType: string): boolean {
  return mediaType === "image/png" || mediaType === "image/jpeg";
}
