/** What may have become of a parcel between two days, as the map shows it. */
export const CHANGE_KINDS = ["entered", "left", "status"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ChangeLook {
  fill: string;
  ink: string;
  /** Told apart without colour. */
  sign: string;
}

/** Hues apart for colour-blind eyes (the spec beside this file checks), each with a sign of its own. */
export const CHANGE_LOOKS: Record<ChangeKind, ChangeLook> = {
  entered: { fill: "#8fd14f", ink: "#2c5410", sign: "+" },
  left: { fill: "#d0524f", ink: "#7c1c1c", sign: "−" },
  status: { fill: "#6f5fd6", ink: "#3a2d8f", sign: "→" },
};
