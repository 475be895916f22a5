import { STATUSES, type Status } from "../parcels/status";
import type { StatusMoveCount } from "./difference-queries";

export interface StatusMatrix {
  /** Statuses that something moved from, in the order of a parcel's life. */
  rows: Status[];
  columns: Status[];
  countOf: (from: Status, to: Status) => number;
}

/** Status moves as a table that holds only the statuses that occur. */
export function statusMatrix(moves: readonly StatusMoveCount[]): StatusMatrix {
  const counts = new Map(moves.map(({ from, to, count }) => [`${from}/${to}`, count]));
  return {
    rows: STATUSES.filter((status) => moves.some(({ from }) => from === status)),
    columns: STATUSES.filter((status) => moves.some(({ to }) => to === status)),
    countOf: (from, to) => counts.get(`${from}/${to}`) ?? 0,
  };
}
