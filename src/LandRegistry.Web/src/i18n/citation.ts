import type { Language } from "../view/view-url";

const DIGITS = "零一二三四五六七八九";

/** The laws that the server cites, as a Chinese officer knows them. */
const LAWS: Record<string, string> = {
  "Order 53": "《闲置土地处置办法》",
  "Order 39": "《招标拍卖挂牌出让国有建设用地使用权规定》",
  "Soil Pollution Law": "《土壤污染防治法》",
  "Urban Real Estate Law": "《城市房地产管理法》",
  "Enterprise Bankruptcy Law": "《企业破产法》",
};

const POLICIES: Record<string, string> = { "Standard Land Policy": "标准地政策", "Land Supply Notice 2010 No. 34": "国土资发〔2010〕34号" };

/**
 * The server cites the Measures on the Disposal of Idle Land as "Order 53 Article 12", several as "Articles 12, 14",
 * and parts as "Article 2 ¶1", "Article 8(1)" or "Article 12 last ¶"; a Chinese officer knows them as
 * 《闲置土地处置办法》第十二条. A citation of another form is printed as it came.
 */
export function printCitation(citation: string, language: Language): string {
  if (language === "en") return citation;
  const policy = POLICIES[citation];
  if (policy !== undefined) return policy;
  const [, law, articles] = /^(.+?) Articles? (.+)$/.exec(citation) ?? [];
  const name = LAWS[law ?? ""];
  const parts = (articles ?? "").split(/, | and /).map(printArticle);
  return name === undefined || parts.includes(null) ? citation : name + parts.join("、");
}

/** An article with its paragraph (款) or its item (项); null for another form. */
function printArticle(text: string): string | null {
  const [, article, paragraph, item, last] = /^(\d+)(?: ¶(\d+)|\((\d+)\)| (last) ¶)?$/.exec(text) ?? [];
  if (article === undefined) return null;
  const within = paragraph !== undefined ? `第${chineseNumber(Number(paragraph))}款` : item !== undefined ? `第（${chineseNumber(Number(item))}）项` : last !== undefined ? "最后一款" : "";
  return `第${chineseNumber(Number(article))}条${within}`;
}

/** Sources to which the server gives both their names at once, beside the kinds of facts. */
const TWICE_NAMED: readonly { zh: string; en: string }[] = [
  { zh: "出让合同", en: "contract" },
  { zh: "划拨决定书", en: "allocation decision" },
  { zh: "补充协议", en: "supplementary agreement" },
];

/**
 * The server names some sources in both languages: "出让合同 contract 2017-3", "交地确认 Delivery confirmed". The reader
 * gets one of them; a source in an officer's own words stays as it is.
 */
export function sourceLabel(label: string, language: Language, kinds: readonly { zh: string; en: string }[]): string {
  const name = [...TWICE_NAMED, ...kinds].find(({ zh, en }) => label === `${zh} ${en}` || label.startsWith(`${zh} ${en} `));
  if (name === undefined) return label;
  const one = language === "zh" ? name.zh : name.en.charAt(0).toUpperCase() + name.en.slice(1);
  return one + label.slice(name.zh.length + 1 + name.en.length);
}

/** 1 to 99, as articles are counted. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const lead = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens]}十`;
  return ones === 0 && tens > 0 ? lead : `${lead}${DIGITS[ones]}`;
}
