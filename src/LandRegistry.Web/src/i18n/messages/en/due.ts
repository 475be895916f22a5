import type { Wording } from "../wording";
import type { dueZh } from "../zh/due";

const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

export const dueEn: Wording<typeof dueZh> = {
  overdue: (count) => `${days(count)} overdue`,
  today: "Due today",
  left: (count) => `${days(count)} left`,
  who: { authority: "Land authority", holder: "Holder", clock: "Set by law" },
};
