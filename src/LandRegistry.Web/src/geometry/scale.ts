/** Metres of one CSS pixel at a latitude, with 512-pixel tiles. */
export function metresPerPixel(zoom: number, latitude: number): number {
  const circumference = 40_075_016.686;
  return (circumference * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}

export interface Scale {
  metres: number;
  pixels: number;
}

/** The longest round length (1, 2 or 5 times a power of ten) that fits into the given width. */
export function roundScale(pixelMetres: number, widestPixels: number): Scale {
  const widest = pixelMetres * widestPixels;
  const power = 10 ** Math.floor(Math.log10(widest));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= widest) ?? 1;
  return { metres: factor * power, pixels: (factor * power) / pixelMetres };
}
