/** A text on the sheet, so that it can be found and copied in the PDF. Millimetres from the left and the top. */
export interface SheetText {
  text: string;
  x: number;
  /** Of the base line. */
  y: number;
  /** Height of the letters. */
  size: number;
  width: number;
}

const FONT = '"Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';

/** Draws in millimetres of paper, and remembers what was written. */
export class SheetPen {
  readonly canvas = document.createElement("canvas");
  readonly texts: SheetText[] = [];
  readonly context: CanvasRenderingContext2D;

  constructor(width: number, height: number, dotsPerInch: number) {
    const scale = dotsPerInch / 25.4;
    this.canvas.width = Math.round(width * scale);
    this.canvas.height = Math.round(height * scale);
    const context = this.canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new Error("This browser has no 2D canvas");
    context.scale(scale, scale);
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, width, height);
    this.context = context;
  }

  /** Writes a line; too long a one is cut with an ellipsis. `size` in millimetres. */
  write(text: string, x: number, y: number, { size = 3, weight = 400, colour = "#1d2b2c", align = "left", most = Infinity }: Partial<{ size: number; weight: number; colour: string; align: "left" | "right" | "center"; most: number }> = {}): void {
    const { context } = this;
    context.font = `${weight} ${size}px ${FONT}`;
    context.fillStyle = colour;
    context.textAlign = "left";
    context.textBaseline = "alphabetic";
    const cut = this.fit(text, most);
    const { width } = context.measureText(cut);
    const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
    context.fillText(cut, left, y);
    if (cut !== "") this.texts.push({ text: cut, x: left, y, size, width });
  }

  line(points: readonly (readonly [number, number])[], width = 0.3, colour = "#1d2b2c"): void {
    const { context } = this;
    context.beginPath();
    points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }

  private fit(text: string, most: number): string {
    if (this.context.measureText(text).width <= most) return text;
    const letters = [...text];
    while (letters.length > 0 && this.context.measureText(`${letters.join("")}…`).width > most) letters.pop();
    return `${letters.join("")}…`;
  }
}
