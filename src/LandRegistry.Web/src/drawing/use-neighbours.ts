import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { fetchBoundaries, type ExactBoundaries } from "../api/boundaries";
import type { Bbox, ParcelDetail } from "../api/types";
import { boxOfMultiPolygon } from "../geometry/bounds";
import { shapeOf, type Ring, type Shape } from "../geometry/shape";
import { useMapBounds } from "../map/map-bounds";
import { ringsOf } from "./pen/drawing-pen";

/** Grid that boxes are widened to, so that a short way of the map asks nothing new, degrees. */
const GRID = 0.005;
/** Wider views hold too many parcels to snap to one of them. */
const WIDEST = 0.08;

/** Boundaries with every digit, around what the map shows. First word of the key: changes of the register refresh it. */
export function useExactBoundaries(box: Bbox | null) {
  return useQuery({
    queryKey: ["parcels", "boundaries", box?.join(",")],
    queryFn: ({ signal }) => fetchBoundaries(box!, signal),
    enabled: box !== null,
    placeholderData: keepPreviousData,
  });
}

/** Rings of the parcels around, without those that are being drawn; none from too far. */
export function useNeighbours(besides: readonly number[]): { rings: readonly Ring[]; isTooFar: boolean } {
  const bounds = useMapBounds();
  const box = useMemo(() => (bounds === null ? null : widened(bounds)), [bounds]);
  const isTooFar = box === null || box[2] - box[0] > WIDEST;
  const found = useExactBoundaries(isTooFar ? null : box);
  const key = besides.join(",");
  const rings = useMemo(
    () => (isTooFar ? [] : ringsOf((found.data?.features ?? []).filter(({ id }) => !key.split(",").includes(String(id))).map(({ geometry }) => geometry))),
    [found.data, isTooFar, key],
  );
  return { rings, isTooFar };
}

/** The parcel's own boundary with every digit; undefined until it is there, null while the parcel has none. */
export function useExactShape(parcel: ParcelDetail | undefined): { shape: Shape | null | undefined; version: number | undefined } {
  const box = parcel?.boundary == null ? null : boxOfMultiPolygon(parcel.boundary.coordinates);
  const found = useExactBoundaries(box === null ? null : widened(box));
  if (parcel === undefined) return { shape: undefined, version: undefined };
  if (box === null) return { shape: null, version: parcel.version };
  const own = found.isPlaceholderData ? undefined : ownOf(found.data, parcel.id);
  return { shape: own === undefined ? undefined : shapeOf(own.geometry), version: own?.properties.version };
}

function ownOf(found: ExactBoundaries | undefined, id: number) {
  return found?.features.find((feature) => feature.id === id);
}

function widened([west, south, east, north]: Bbox): Bbox {
  const down = (value: number) => Number((Math.floor(value / GRID) * GRID).toFixed(6));
  const up = (value: number) => Number(((Math.floor(value / GRID) + 1) * GRID).toFixed(6));
  return [down(west), down(south), up(east), up(north)];
}
