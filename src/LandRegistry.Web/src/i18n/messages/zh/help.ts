/** Help: keys, the tour, light and dark. */
export const helpZh = {
  menu: "帮助与外观",
  scheme: "外观",
  schemes: { system: "跟随系统", light: "浅色", dark: "深色" },
  shortcuts: "键盘快捷键",
  letterKeys: "启用单个字母的快捷键",
  groups: { everywhere: "任何页面", tools: "地图工具", map: "焦点在地图上", table: "焦点在列表上", time: "焦点在时间轴上" },
  keys: {
    everywhere: ["打开本页", "转到搜索框", "关闭窗口、菜单或工具"],
    tools: ["时间轴", "量测", "底图与图层", "打印地图", "上一视图", "下一视图"],
    map: ["移动地图", "放大、缩小"],
    table: ["上一行、下一行", "打开宗地卡片"],
    time: ["前一个月、后一个月", "最早、现在"],
  },
  tour: "一分钟导览",
  offer: "第一次使用？花一分钟看看工作台。",
  start: "开始导览",
  notNow: "以后再说",
  stops: {
    map: { title: "地图", text: "每宗地的颜色、图案与字表示其状态；放远后按状态汇总成环。点击宗地打开卡片，右键直接标注状态。" },
    filters: { title: "筛选", text: "状态、区域、用途、面积等条件同时作用于地图、列表与计数；已启用的条件显示在上方，一点即可取消。" },
    table: { title: "列表", text: "与地图显示同样的宗地；可排序，可只列地图范围内的，也可拉高或收起。" },
    search: { title: "搜索", text: "输入宗地代码、名称或企业；按 / 键即可到此。" },
    time: { title: "地图工具", text: "按月回看登记、对比两日、量测、底图与图层、打印成图、复制当前视图的链接。" },
    pages: { title: "其他页面", text: "今日应办、案件、企业、评价与变化；筛选条件随页面保留。" },
    help: { title: "帮助", text: "深色外观、键盘快捷键和本导览都在这里。" },
  },
};
