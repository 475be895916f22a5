/** Colour maths for checking the palette: WCAG contrast and simulated colour blindness. */
export type Rgb = [red: number, green: number, blue: number];

export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** WCAG 2 contrast ratio, 1 (same) to 21 (black on white). */
export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex).map(toLinear) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

export type Vision = "normal" | "protanopia" | "deuteranopia";

/** Machado, Oliveira and Fernandes 2009, severity 1.0, in linear RGB. */
const VISION: Record<Vision, number[][]> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
};

/** CIE76 distance in Lab as seen by such eyes; about 2 is just noticeable, 15 is told apart at a glance. */
export function distance(first: string, second: string, vision: Vision): number {
  const [a, b] = [first, second].map((hex) => lab(simulate(hex, vision))) as [Rgb, Rgb];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function simulate(hex: string, vision: Vision): Rgb {
  const linear = parseHex(hex).map(toLinear);
  const seen = VISION[vision].map((row) => row.reduce((sum, factor, index) => sum + factor * (linear[index] ?? 0), 0));
  return seen.map((value) => Math.min(1, Math.max(0, value))) as Rgb;
}

/** Linear sRGB to CIE Lab under D65. */
function lab([red, green, blue]: Rgb): Rgb {
  const x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047;
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883;
  const [fx, fy, fz] = [x, y, z].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)) as Rgb;
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}
