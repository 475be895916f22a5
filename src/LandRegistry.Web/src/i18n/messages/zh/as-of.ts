/** The register as of a past day. */
export const asOfZh = {
  now: "现在",
  label: "查看过去某日的登记",
  pick: "选择日期",
  lastYearEnd: "去年末",
  lastQuarterEnd: "上季末",
  lastMonthEnd: "上月末",
  aYearAgo: "一年前",
  banner: (date: string) => `截至 ${date} 的登记`,
  hint: "地图、计数、列表与卡片均为该日情况；在此不能更改登记。",
  back: "回到现在",
};
