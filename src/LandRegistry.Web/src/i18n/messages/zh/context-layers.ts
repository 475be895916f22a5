/** What the parcels lie on, and what lies on them. */
export const contextLayersZh = {
  title: "底图与图层",
  basemap: "底图",
  none: "无底图",
  noneConfigured: "尚未配置底图。管理员可在数据目录的 basemaps.json 中配置，见使用指南。",
  layers: "图层",
  graticule: "经纬网",
};
