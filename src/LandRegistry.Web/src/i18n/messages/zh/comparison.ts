/** Two days compared on the map. */
export const comparisonZh = {
  compare: "对比",
  since: "对比起始日",
  between: (from: string, to: string) => `${from} 至 ${to} 的变化`,
  list: "两日之间的变化",
  kind: "变化种类",
};
