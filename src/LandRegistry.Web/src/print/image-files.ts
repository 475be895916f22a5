import type { PageImage } from "./pdf-file";

/** The picture without its opacity, deflated by the browser. */
export async function deflatedImage(canvas: HTMLCanvasElement): Promise<PageImage> {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("This browser has no 2D canvas");
  const packer = new CompressionStream("deflate");
  const writer = packer.writable.getWriter();
  const packed = new Response(packer.readable).arrayBuffer();
  // Strip by strip: a whole A3 sheet at 300 dots an inch has 17 million points.
  const strip = 256;
  for (let y = 0; y < height; y += strip) {
    const rows = Math.min(strip, height - y);
    await writer.write(withoutOpacity(context.getImageData(0, y, width, rows).data));
  }
  await writer.close();
  return { width, height, deflated: new Uint8Array(await packed) };
}

function withoutOpacity(rgba: Uint8ClampedArray): Uint8Array<ArrayBuffer> {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
}

/** A PNG that says how large it is on paper (chunk pHYs, PNG 11.3.4.3). */
export async function pngOf(canvas: HTMLCanvasElement, dotsPerInch: number): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("The picture is too large for this browser");
  const bytes = new Uint8Array(await blob.arrayBuffer());
  // After the signature and the first chunk, which is always IHDR of 25 bytes.
  const after = 8 + 25;
  return new Blob([bytes.slice(0, after), physicalSize(Math.round(dotsPerInch / 0.0254)), bytes.slice(after)], { type: "image/png" });
}

export function physicalSize(dotsPerMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, dotsPerMetre);
  view.setUint32(12, dotsPerMetre);
  chunk[16] = 1;
  view.setUint32(17, crc(chunk.subarray(4, 17)));
  return chunk;
}

/** CRC-32 of PNG, Annex D. */
function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
