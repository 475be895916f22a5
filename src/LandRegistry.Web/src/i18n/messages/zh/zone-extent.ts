/** The extent of a zone. */
export const zoneExtentZh = {
  set: "设定范围",
  change: "更换范围",
  title: (zone: string) => `${zone}：区域范围`,
  what: "有了范围，坐标系的判断才有依据，没有写明区域的宗地也能按位置归入。",
  replaces: "该区域已有范围，新的文件将取代它。",
  file: "范围文件",
  fileHint: "GeoJSON、GeoPackage、FlatGeobuf、KML 或打包为 zip 的 Shapefile，须写明坐标系；文件中的各个面合为一个范围",
  submit: "设为范围",
  done: (area: string, parts: string) => `范围已设定：${area}，${parts} 个部分`,
  outside: (count: string) => `该区域有 ${count} 宗宗地在范围之外，请核对。`,
};
