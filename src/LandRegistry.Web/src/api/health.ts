import type { components } from "./schema";

/** Whether the server answers and its database does not; the health answer is open to all and names the part that fails. */
export async function isDatabaseAway(): Promise<boolean> {
  const response = await fetch("/api/health").catch(() => null);
  const report = (await response?.json().catch(() => null)) as Partial<components["schemas"]["HealthReport"]> | null | undefined;
  return report?.database === "unreachable";
}
