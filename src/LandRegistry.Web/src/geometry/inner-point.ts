import type { Position } from "geojson";

/** A polygon as GeoJSON has it: the outer ring, then the holes. */
type Rings = readonly (readonly Position[])[];

const GRID = 12;
const ROUNDS = 4;

/** Whether a point lies on the polygon's own ground and not in one of its holes. */
export function isInside([x = 0, y = 0]: Position, rings: Rings): boolean {
  let inside = false;
  forEachEdge(rings, ([ax = 0, ay = 0], [bx = 0, by = 0]) => {
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  });
  return inside;
}

/** A point well inside, for a sign to stand on where the centroid falls into a hole or a bay: the best of a grid, refined around it. */
export function innerPoint(rings: Rings): Position {
  const outer = rings[0] ?? [];
  const xs = outer.map(([x = 0]) => x);
  const ys = outer.map(([, y = 0]) => y);
  let [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let best = { at: outer[0] ?? [0, 0], room: -Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    const [width, height] = [(east - west) / GRID, (north - south) / GRID];
    for (let cell = 0; cell < GRID * GRID; cell += 1) {
      const at = [west + ((cell % GRID) + 0.5) * width, south + (Math.floor(cell / GRID) + 0.5) * height];
      const room = isInside(at, rings) ? distanceToBorder(at, rings) : -Infinity;
      if (room > best.room) best = { at, room };
    }
    const [x = 0, y = 0] = best.at;
    [west, south, east, north] = [x - width, y - height, x + width, y + height];
  }
  return best.at;
}

function distanceToBorder([x = 0, y = 0]: Position, rings: Rings): number {
  let nearest = Infinity;
  forEachEdge(rings, ([ax = 0, ay = 0], [bx = 0, by = 0]) => {
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    nearest = Math.min(nearest, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
  });
  return nearest;
}

function forEachEdge(rings: Rings, act: (from: Position, to: Position) => void): void {
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index += 1) act(ring[index - 1] ?? [], ring[index] ?? []);
  }
}
