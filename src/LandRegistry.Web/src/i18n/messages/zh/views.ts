/** Saved views, and who is editing what. */
export const viewsZh = {
  title: "保存的视图",
  none: "尚未保存视图。筛选、排序和位置可命名保存，随时打开或共享。",
  nameHint: "为当前视图命名",
  save: "保存",
  saved: "视图已保存",
  saveAnew: "以当前内容更新此视图",
  rename: "重命名",
  renamed: "视图已重命名",
  share: "共享给他人",
  unshare: "取消共享",
  nowShared: "他人现在可以看到此视图",
  unshared: "此视图已不再共享",
  delete: "删除",
  deleteConfirm: (name: string) => `删除视图“${name}”？`,
  deleted: "视图已删除",
  shared: "已共享",
  sharedBy: (owner: string) => `${owner} 共享`,
  changed: (name: string) => `${name}（已改动）`,
  changedMeanwhile: "此视图刚被更改，已刷新，请再试",
  notFound: "没有此视图，或未与您共享",
};

export const presenceZh = {
  editing: (names: string) => `${names} 正在编辑此宗地`,
  otherWindow: "您的另一个窗口正在编辑此宗地",
};
