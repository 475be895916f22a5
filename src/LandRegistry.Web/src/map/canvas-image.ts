/** Icons are drawn at twice their size, so that they stay sharp on dense screens. */
export const PIXEL_RATIO = 2;

export interface MapImage {
  data: ImageData;
  pixelRatio: number;
}

/** Draws a picture of the given size in CSS pixels. */
export function drawImage(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): MapImage {
  const canvas = document.createElement("canvas");
  canvas.width = width * PIXEL_RATIO;
  canvas.height = height * PIXEL_RATIO;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("This browser has no 2D canvas");
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  draw(context);
  return { data: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: PIXEL_RATIO };
}

export const LABEL_FONT = "'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif";
