import type { Language } from "../view/view-url";

const DIGITS = "零一二三四五六七八九";

/** The laws that the server cites, as a Chinese officer knows them. */
const LAWS: Record<string, string> = {
  "Order 53": "《闲置土地处置办法》",
  "Soil Pollution Law": "《土壤污染防治法》",
  "Urban Real Estate Law": "《城市房地产管理法》",
  "Enterprise Bankruptcy Law": "《企业破产法》",
};

const POLICIES: Record<string, string> = { "Standard Land Policy": "标准地政策" };

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

/** Some sources name themselves in both languages at once: "出让合同 contract 2017-3". The reader gets one of them. */
export function sourceLabel(label: string, language: Language): string {
  const [, chinese, english, rest = ""] = /^(\p{Script=Han}+) ([a-z][a-z ]*[a-z])( .*)?$/u.exec(label) ?? [];
  if (chinese === undefined || english === undefined) return label;
  return language === "zh" ? chinese + rest : english.charAt(0).toUpperCase() + english.slice(1) + rest;
}

/** 1 to 99, as articles are counted. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const lead = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens]}十`;
  return ones === 0 && tens > 0 ? lead : `${lead}${DIGITS[ones]}`;
}
