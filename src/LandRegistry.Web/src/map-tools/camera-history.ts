import type { Camera } from "../view/view-url";

/** The views of the map that lie behind and before the present one, as in a browser. */
export class CameraHistory {
  private readonly visited: Camera[] = [];
  private at = -1;

  /** `most`: so many views are kept. */
  constructor(private readonly most = 100) {}

  /** Notes a view that the user came to; one that is already the present is none. */
  visit(camera: Camera): void {
    if (this.at >= 0 && isSame(this.visited[this.at]!, camera)) return;
    this.visited.splice(this.at + 1);
    this.visited.push(camera);
    if (this.visited.length > this.most) this.visited.shift();
    this.at = this.visited.length - 1;
  }

  canGo(steps: -1 | 1): boolean {
    return this.visited[this.at + steps] !== undefined;
  }

  /** The view to go to; null where there is none. */
  go(steps: -1 | 1): Camera | null {
    if (!this.canGo(steps)) return null;
    this.at += steps;
    return this.visited[this.at]!;
  }
}

/** To a thousandth of a zoom and about a metre. */
function isSame(a: Camera, b: Camera): boolean {
  return Math.abs(a.zoom - b.zoom) < 1e-3 && Math.abs(a.centre[0] - b.centre[0]) < 1e-5 && Math.abs(a.centre[1] - b.centre[1]) < 1e-5;
}
