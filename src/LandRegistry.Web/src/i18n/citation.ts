import type { Language } from "../view/view-url";

const DIGITS = "零一二三四五六七八九";

/**
 * The server cites the Measures on the Disposal of Idle Land as "Order 53 Article 12" (and several
 * as "Articles 12, 14"); a Chinese officer knows them as 《闲置土地处置办法》第十二条. A citation of
 * another form is printed as it came.
 */
export function printCitation(citation: string, language: Language): string {
  if (language === "en") return citation;
  const numbers = /^Order 53 Articles? ([\d, and]+)$/.exec(citation)?.[1]?.match(/\d+/g);
  if (numbers === null || numbers === undefined) return citation;
  return `《闲置土地处置办法》${numbers.map((number) => `第${chineseNumber(Number(number))}条`).join("、")}`;
}

/** 1 to 99, as articles are counted. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const lead = tens === 0 ? "" : tens === 1 ? "十" : `${DIGITS[tens]}十`;
  return ones === 0 && tens > 0 ? lead : `${lead}${DIGITS[ones]}`;
}
