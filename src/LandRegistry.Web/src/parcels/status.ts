/** The one vocabulary of a parcel's status, in the order of its life (docs/glossary.md). */
export const STATUSES = [
  "in_use",
  "suspected",
  "investigating",
  "idle",
  "low_efficiency",
  "disposing",
  "reserved",
  "ready",
  "listed",
  "awarded",
  "closed",
] as const;

export type Status = (typeof STATUSES)[number];

/** Stroke patterns drawn over the colour, so that status can be told without seeing colour. */
export type Pattern = "plain" | "dots" | "rising" | "falling" | "horizontal" | "vertical" | "grid" | "cross" | "rings";

export interface StatusLook {
  /** Fill on the map and in chips. */
  fill: string;
  /** Darker companion: outlines, pattern strokes, text on a light ground. */
  ink: string;
  /** Colour of a letter written on the fill. */
  onFill: string;
  pattern: Pattern;
  /** One sign for tight places, per language. */
  glyph: { zh: string; en: string };
}

/**
 * Hues follow the course of a case: grey-green (quiet), yellow to red (doubt to finding), brown and
 * violet (being worked on), blues (land in hand), greens (placed), slate (closed). Patterns differ
 * wherever two hues come close for colour-blind eyes; the spec beside this file checks both.
 */
export const STATUS_LOOKS: Record<Status, StatusLook> = {
  in_use: { fill: "#cfdcd3", ink: "#4c6457", onFill: "#22332a", pattern: "plain", glyph: { zh: "用", en: "U" } },
  suspected: { fill: "#f6d365", ink: "#7d5a00", onFill: "#3d2c00", pattern: "dots", glyph: { zh: "疑", en: "S" } },
  investigating: { fill: "#f2a65a", ink: "#8a4709", onFill: "#3f1f00", pattern: "rising", glyph: { zh: "查", en: "V" } },
  idle: { fill: "#c8442f", ink: "#7c2014", onFill: "#ffffff", pattern: "plain", glyph: { zh: "闲", en: "I" } },
  low_efficiency: { fill: "#b98e6f", ink: "#63402a", onFill: "#26140a", pattern: "horizontal", glyph: { zh: "低", en: "L" } },
  disposing: { fill: "#8462b2", ink: "#4e3277", onFill: "#ffffff", pattern: "falling", glyph: { zh: "处", en: "D" } },
  reserved: { fill: "#a9c6ea", ink: "#2c5487", onFill: "#12294a", pattern: "vertical", glyph: { zh: "储", en: "R" } },
  ready: { fill: "#2f6fc4", ink: "#163f78", onFill: "#ffffff", pattern: "plain", glyph: { zh: "可", en: "Y" } },
  listed: { fill: "#53b7c4", ink: "#0d5f6b", onFill: "#05282e", pattern: "grid", glyph: { zh: "挂", en: "T" } },
  awarded: { fill: "#6fb06a", ink: "#2a6428", onFill: "#0d2a0c", pattern: "rings", glyph: { zh: "成", en: "A" } },
  closed: { fill: "#8a949c", ink: "#465059", onFill: "#10161b", pattern: "cross", glyph: { zh: "销", en: "C" } },
};

/** The map's quiet ground, against which every fill must stand out. */
export const MAP_GROUND = "#eef1f0";
export const ZONE_GROUND = "#fbfcfb";

export function isStatus(value: unknown): value is Status {
  return typeof value === "string" && (STATUSES as readonly string[]).includes(value);
}
