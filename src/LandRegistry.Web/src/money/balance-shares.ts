import type { Balance } from "../api/types";

/** How much of a bar is settled and how much deferred, as CSS widths; together never more than the whole. */
export function sharesOf({ dueYuan, settledYuan }: Pick<Balance, "dueYuan" | "settledYuan">, deferredYuan: number): { settled: string; deferred: string } {
  if (dueYuan === null || dueYuan <= 0) return { settled: settledYuan > 0 ? "100.0%" : "0.0%", deferred: "0.0%" };
  const settled = Math.min(1, settledYuan / dueYuan);
  const deferred = Math.min(1 - settled, Math.max(0, deferredYuan) / dueYuan);
  return { settled: percent(settled), deferred: percent(deferred) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
