import type { Wording } from "../wording";
import type { moneyZh } from "../zh/money";

export const moneyEn: Wording<typeof moneyZh> = {
  failed: "The money ledger is not available at the moment",
  price: "Price",
  fee: "Idle fee",
  compensation: "Compensation",
  priceWords: { due: "Due", settled: "Paid", open: "Open" },
  feeWords: { due: "Due", settled: "Paid", open: "Open" },
  compensationWords: { due: "Due", settled: "Settled", open: "Open" },
  deferred: "Of which deferred",
  over: "Beyond what was due",
  clear: "Settled",
  noLines: "Nothing recorded yet",
  others: "Other money",
  swapDifference: "Swap difference",
  subsidy: "Subsidy",
  lines: "Ledger",
  enter: "Record money",
  none: "No money recorded yet",
  overdue: "Overdue",
  dueOn: (date) => `Due ${date}`,
  exact: (yuan) => `${yuan} yuan`,
};
