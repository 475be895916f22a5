/** Edges in CSS pixels of the window. */
export interface ScreenBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

const GAP = 12;
const EDGE = 8;

/**
 * Where a menu about a parcel stands: beside the parcel, so that one sees what one is about to change; where the parcel
 * fills the screen, beside the pointer.
 */
export function menuPlace(pointer: { x: number; y: number }, parcel: ScreenBox, menu: Size, screen: Size): { left: number; top: number } {
  const top = Math.max(EDGE, Math.min(pointer.y, screen.height - menu.height - EDGE));
  const [right, left] = [parcel.right + GAP, parcel.left - GAP - menu.width];
  const last = screen.width - menu.width - EDGE;
  if (right >= EDGE && right <= last) return { left: right, top };
  if (left >= EDGE && left <= last) return { left, top };
  return { left: pointer.x + GAP <= last ? pointer.x + GAP : Math.max(EDGE, pointer.x - GAP - menu.width), top };
}
