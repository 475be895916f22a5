import { remembered } from "../ui/use-stored";

/** Whether this browser has been offered the tour. */
export const tourState = remembered<"new" | "seen">("landregistry.tour", ["new", "seen"], "new");

const wanted = new Set<() => void>();

/** Starts the tour, from wherever it is asked for. */
export function startTour(): void {
  wanted.forEach((listener) => listener());
}

/** Called whenever somebody asks for the tour. */
export function onTourWanted(listener: () => void): () => void {
  wanted.add(listener);
  return () => wanted.delete(listener);
}
