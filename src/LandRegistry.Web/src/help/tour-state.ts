import { remembered } from "../ui/use-stored";

/** Whether this browser has been offered the tour. */
export const tourState = remembered<"new" | "seen">("landregistry.tour", ["new", "seen"], "new");
