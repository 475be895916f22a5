import type { MultiPolygon } from "geojson";
import type { LonLat } from "../api/types";
import { toGaussKruger, zoneOf } from "./gauss-kruger";
import { fromGaussKruger } from "./gauss-kruger-inverse";

/** A ring without its closing point. */
export type Ring = readonly LonLat[];

/** Polygons of an outer ring and holes, longitude first, in degrees; rings are open while they are worked on. */
export interface Shape {
  polygons: readonly (readonly Ring[])[];
}

/** A vertex of a shape. */
export interface VertexAt {
  polygon: number;
  ring: number;
  vertex: number;
}

export const EMPTY_SHAPE: Shape = { polygons: [] };

export function shapeOf(boundary: Pick<MultiPolygon, "coordinates">): Shape {
  return { polygons: boundary.coordinates.map((rings) => rings.map((ring) => ring.slice(0, -1).map(([lon = 0, lat = 0]): LonLat => [lon, lat]))) };
}

export function boundaryOf(shape: Shape): MultiPolygon {
  return { type: "MultiPolygon", coordinates: shape.polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(([lon, lat]) => [lon, lat]))) };
}

/** All vertices in the order in which Tab walks over them. */
export function verticesOf(shape: Shape): VertexAt[] {
  return shape.polygons.flatMap((rings, polygon) => rings.flatMap((ring, at) => ring.map((_, vertex) => ({ polygon, ring: at, vertex }))));
}

export function sameVertex(a: VertexAt | null, b: VertexAt | null): boolean {
  return a !== null && b !== null && a.polygon === b.polygon && a.ring === b.ring && a.vertex === b.vertex;
}

export function positionAt(shape: Shape, { polygon, ring, vertex }: VertexAt): LonLat | null {
  return shape.polygons[polygon]?.[ring]?.[vertex] ?? null;
}

export function moveVertex(shape: Shape, at: VertexAt, to: LonLat): Shape {
  return withRing(shape, at, (ring) => ring.map((position, index) => (index === at.vertex ? to : position)));
}

/** Puts a vertex after another one. */
export function insertAfter(shape: Shape, at: VertexAt, position: LonLat): Shape {
  return withRing(shape, at, (ring) => [...ring.slice(0, at.vertex + 1), position, ...ring.slice(at.vertex + 1)]);
}

/** Takes a vertex away; a ring of fewer than three goes as a whole, and an outer ring takes its holes with it. */
export function removeVertex(shape: Shape, at: VertexAt): Shape {
  const ring = shape.polygons[at.polygon]?.[at.ring] ?? [];
  if (ring.length > 3) return withRing(shape, at, (kept) => kept.filter((_, index) => index !== at.vertex));
  if (at.ring > 0) return { polygons: shape.polygons.map((rings, index) => (index === at.polygon ? rings.filter((_, hole) => hole !== at.ring) : rings)) };
  return { polygons: shape.polygons.filter((_, index) => index !== at.polygon) };
}

/** Adds a ring: a hole of the polygon that it begins in, else a further part of the parcel. */
export function addRing(shape: Shape, ring: Ring, isHole: boolean): Shape {
  const first = ring[0];
  if (!isHole || first === undefined) return { polygons: [...shape.polygons, [ring]] };
  const holder = shape.polygons.findIndex((rings) => rings[0] !== undefined && isInside(rings[0], first));
  const into = holder < 0 ? 0 : holder;
  return { polygons: shape.polygons.map((rings, index) => (index === into ? [...rings, ring] : rings)) };
}

/** Metres north and east of where it was, in the plane of its 3-degree zone. */
export function nudged(position: LonLat, eastMetres: number, northMetres: number): LonLat {
  const zone = zoneOf(position[0]);
  const plane = toGaussKruger(position, zone);
  return fromGaussKruger(zone, plane.northingMetres + northMetres, plane.eastingMetres + eastMetres);
}

/** Area in the 3-degree zone of its first vertex, as the register measures it; holes do not count. Square metres. */
export function areaOf(shape: Shape): number {
  const first = shape.polygons[0]?.[0]?.[0];
  if (first === undefined) return 0;
  const zone = zoneOf(first[0]);
  return shape.polygons.reduce((sum, [outer = [], ...holes]) => sum + ringArea(outer, zone) - holes.reduce((all, hole) => all + ringArea(hole, zone), 0), 0);
}

/** What surrounds an area: the same for a ring wherever it starts and whichever way it runs. Square metres. */
export function ringArea(ring: Ring, zone: number = zoneOf(ring[0]?.[0] ?? 0)): number {
  const plane = ring.map((position) => toGaussKruger(position, zone));
  const origin = plane[0];
  if (origin === undefined) return 0;
  const twice = plane.reduce((sum, at, index) => {
    const next = plane[(index + 1) % plane.length]!;
    return (
      sum +
      (at.eastingMetres - origin.eastingMetres) * (next.northingMetres - origin.northingMetres) -
      (next.eastingMetres - origin.eastingMetres) * (at.northingMetres - origin.northingMetres)
    );
  }, 0);
  return Math.abs(twice) / 2;
}

/** Length in metres and direction in degrees from grid north, clockwise, in the 3-degree zone of the first point. */
export function segmentOf(from: LonLat, to: LonLat): { metres: number; degrees: number } {
  const zone = zoneOf(from[0]);
  const [a, b] = [toGaussKruger(from, zone), toGaussKruger(to, zone)];
  const [east, north] = [b.eastingMetres - a.eastingMetres, b.northingMetres - a.northingMetres];
  return { metres: Math.hypot(east, north), degrees: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360 };
}

/** The place at a distance in metres and a direction in degrees from grid north. */
export function placeFrom(from: LonLat, metres: number, degrees: number): LonLat {
  const angle = (degrees * Math.PI) / 180;
  return nudged(from, metres * Math.sin(angle), metres * Math.cos(angle));
}

export function isInside(ring: Ring, [lon, lat]: LonLat): boolean {
  let inside = false;
  ring.forEach(([x, y], index) => {
    const [px, py] = ring[(index + ring.length - 1) % ring.length]!;
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) inside = !inside;
  });
  return inside;
}

function withRing(shape: Shape, at: Pick<VertexAt, "polygon" | "ring">, change: (ring: Ring) => Ring): Shape {
  return { polygons: shape.polygons.map((rings, polygon) => (polygon === at.polygon ? rings.map((ring, index) => (index === at.ring ? change(ring) : ring)) : rings)) };
}
