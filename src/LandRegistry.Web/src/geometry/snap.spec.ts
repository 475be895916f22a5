import { describe, expect, it } from "vitest";
import type { LonLat } from "../api/types";
import type { Ring } from "./shape";
import { snapTo, traceBetween } from "./snap";

const RING: Ring = [[114.05012345678901, 30.5], [114.051, 30.5], [114.051, 30.501], [114.05, 30.501]];
const REACH = 0.00005;

describe("snapping", () => {
  it("takes a neighbour's vertex with every digit", () => {
    expect(snapTo([114.05012, 30.50001], [RING], REACH)?.position).toEqual([114.05012345678901, 30.5]);
  });

  it("prefers a vertex to the edge beside it, and the edge to nothing", () => {
    expect(snapTo([114.05098, 30.49999], [RING], REACH)?.kind).toBe("vertex");
    const edge = snapTo([114.0505, 30.50002], [RING], REACH)!;
    expect(edge.kind).toBe("edge");
    expect(edge.position[1]).toBeCloseTo(30.5, 12);
    expect(snapTo([114.0505, 30.5005], [RING], REACH)).toBeNull();
  });

  it("chooses the nearest of several neighbours", () => {
    const other: Ring = RING.map(([lon, lat]): LonLat => [lon + 0.00101, lat]);
    expect(snapTo([114.05103, 30.5005], [RING, other], REACH)?.ring).toBe(0);
    expect(snapTo([114.05101, 30.501], [RING, other], 0.0001)?.position).toEqual([114.05 + 0.00101, 30.501]);
  });
});

describe("tracing", () => {
  const at = (position: LonLat) => snapTo(position, [RING], 1e-9)!;

  it("brings the vertices between two places on a ring, the shorter way round", () => {
    expect(traceBetween(RING, at(RING[0]!), at(RING[2]!))).toEqual([RING[1]]);
    expect(traceBetween(RING, at([114.0508, 30.5]), at([114.051, 30.5004]))).toEqual([RING[1]]);
    expect(traceBetween(RING, at([114.051, 30.5004]), at([114.0508, 30.5]))).toEqual([RING[1]]);
  });

  it("brings the others when the longer way is asked for", () => {
    expect(traceBetween(RING, at([114.0508, 30.5]), at([114.051, 30.5004]), true)).toEqual([RING[0], RING[3], RING[2]]);
  });

  it("brings nothing between two places of one edge", () => {
    expect(traceBetween(RING, at([114.0503, 30.5]), at([114.0508, 30.5]))).toEqual([]);
    expect(traceBetween(RING, at([114.0508, 30.5]), at([114.0503, 30.5]))).toEqual([]);
  });
});
