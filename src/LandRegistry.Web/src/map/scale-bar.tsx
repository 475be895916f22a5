import { metresPerPixel, roundScale } from "../geometry/scale";
import type { Camera } from "../view/view-url";

const WIDEST_PIXELS = 96;

export function ScaleBar({ camera }: { camera: Camera }) {
  const { metres, pixels } = roundScale(metresPerPixel(camera.zoom, camera.centre[1]), WIDEST_PIXELS);
  return (
    <div className="scale-bar">
      <span className="numeric">{metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}</span>
      <span className="scale-bar__line" style={{ width: pixels }} />
    </div>
  );
}
