import type { Geometry } from "geojson";
import type { components } from "./schema";

/** A rule that a boundary breaks, with the place in question. */
export type BrokenRule = Omit<components["schemas"]["BrokenRule"], "place"> & { place: Geometry | null };
