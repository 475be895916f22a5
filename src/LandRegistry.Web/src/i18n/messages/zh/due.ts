/** How long until a deadline. */
export const dueZh = {
  overdue: (days: number) => `逾期 ${days} 天`,
  today: "今天到期",
  left: (days: number) => `剩 ${days} 天`,
  who: { authority: "自然资源主管部门", holder: "使用权人", clock: "法定时点" } as Record<string, string>,
};
