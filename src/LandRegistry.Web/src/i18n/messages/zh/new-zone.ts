/** Making a zone. */
export const newZoneZh = {
  add: "新建区域",
  none: "登记库中还没有区域。宗地须有所属区域：请先新建一个。",
  title: "新建区域",
  submit: "建立",
  nameZh: "名称",
  nameEn: "英文名称",
  nameEnHint: "可不填，英文界面将显示中文名称",
  code: "代码",
  codeHint: "简短、不再改动，用字母、数字和连字符，如 DHKFQ",
  kind: "类别",
  kinds: { country: "国家", province: "省", city: "市", county: "县（区）", development_zone: "开发区", park: "园区", area: "片区" },
  parent: "上级区域",
  noParent: "无",
  county: "县级行政区划代码",
  countyHint: "六位数字，可不填；不填则同上级区域",
};
