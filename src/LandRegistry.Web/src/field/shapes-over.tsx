import type { MultiPolygon, Polygon, Position } from "geojson";
import { useTexts } from "../i18n/language-context";

type Shape = Polygon | MultiPolygon;

const SIZE = 220;
const MARGIN = 10;

/** Up to three boundaries drawn over each other, each with its own line so that they are told apart without colour. */
export function ShapesOver({ base, office, field }: { base: Shape | null; office: Shape | null; field: Shape | null }) {
  const { t } = useTexts();
  const drawn = [
    { key: "base", shape: base, name: t.fieldWork.base },
    { key: "office", shape: office, name: t.fieldWork.office },
    { key: "field", shape: field, name: t.fieldWork.field },
  ].filter((one): one is typeof one & { shape: Shape } => one.shape !== null);
  const path = pathOf(drawn.map(({ shape }) => shape));
  return (
    <figure className="shapes-over">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={t.fieldWork.overlay}>
        {drawn.map(({ key, shape }) => (
          <path key={key} d={path(shape)} className={`shapes-over__line is-${key}`} fillRule="evenodd" />
        ))}
      </svg>
      <figcaption>
        {drawn.map(({ key, name }) => (
          <span key={key}>
            <svg viewBox="0 0 24 8" aria-hidden>
              <path d="M0 4H24" className={`shapes-over__line is-${key}`} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function ringsOf(shape: Shape): Position[][] {
  return shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
}

/** Degrees of longitude are shortened by the cosine of the latitude, so that a square field is square. */
function pathOf(shapes: readonly Shape[]): (shape: Shape) => string {
  const corners = shapes.flatMap(ringsOf).flat();
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = (SIZE - 2 * MARGIN) / Math.max((east - west) * shrink, north - south, Number.EPSILON);
  const left = (SIZE - (east - west) * shrink * scale) / 2;
  const top = (SIZE - (north - south) * scale) / 2;
  const place = ([x = 0, y = 0]: Position) => `${(left + (x - west) * shrink * scale).toFixed(1)} ${(top + (north - y) * scale).toFixed(1)}`;
  return (shape) => ringsOf(shape).map((ring) => `M${ring.map(place).join("L")}Z`).join("");
}
