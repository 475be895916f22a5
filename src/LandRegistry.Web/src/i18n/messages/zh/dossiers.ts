/** Dossiers of parcels for investors. */
export const dossiersZh = {
  make: "推介资料",
  makeOf: (count: string) => `推介资料（${count} 宗）`,
  hint: "生成供投资者使用的宗地推介资料（PDF），不含内部信息",
  others: "其他格式和语言",
  none: "请先勾选宗地",
  tooMany: (most: string) => `一份推介资料最多 ${most} 宗`,
  gone: "其中有宗地已不在台账中",
  choices: { "pdf-zh": "PDF（中文）", "pdf-en": "PDF（英文）", "docx-zh": "Word（中文）", "docx-en": "Word（英文）" },
};
