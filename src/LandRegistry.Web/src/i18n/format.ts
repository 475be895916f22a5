import { squareMetresToHectares, squareMetresToMu } from "../geometry/area";
import type { Language } from "../view/view-url";
import type { Messages } from "./messages-zh";

/** Numbers, dates, areas and money in the user's language; an unknown value is never printed as 0. */
export interface Formats {
  count: (value: number) => string;
  number: (value: number | null | undefined, digits?: number) => string;
  percent: (share: number | null | undefined) => string;
  /** Mu, with one digit more for small parcels. */
  mu: (areaSquareMetres: number | null | undefined) => string;
  muWithUnit: (areaSquareMetres: number | null | undefined) => string;
  hectaresWithUnit: (areaSquareMetres: number | null | undefined) => string;
  /** 万元, or 亿元 from a hundred million on; in English yuan, thousand, million or billion, to three figures. */
  yuan: (amount: number | null | undefined) => string;
  /** A calendar date `yyyy-MM-dd`. */
  date: (date: string | null | undefined) => string;
  /** An instant, by the clock of China. */
  moment: (instant: string | null | undefined) => string;
  text: (value: string | null | undefined) => string;
}

const LOCALES: Record<Language, string> = { zh: "zh-CN", en: "en-GB" };

/** How far China is ahead of UTC; there is no summer time. */
const CHINA_AHEAD_MILLISECONDS = 8 * 3_600_000;

export function makeFormats(language: Language, t: Messages): Formats {
  const locale = LOCALES[language];
  const unknown = t.common.unknown;
  const plain = (value: number, digits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const fixed = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  const known = <T>(value: T | null | undefined, print: (value: T) => string) => (value === null || value === undefined ? unknown : print(value));

  const chineseMoney = (value: number) =>
    Math.abs(value) < 1e8
      ? t.common.withUnit(plain(value / 1e4, 2), t.common.smallMoney)
      : t.common.withUnit(plain(value / 1e8, 4), t.common.largeMoney);
  const mu = (area: number) => fixed(squareMetresToMu(area), squareMetresToMu(area) < 1000 ? 2 : 0);
  return {
    count: (value) => plain(value, 0),
    number: (value, digits = 2) => known(value, (number) => plain(number, digits)),
    percent: (share) => known(share, (value) => `${plain(value * 100, 1)}%`),
    mu: (area) => known(area, mu),
    muWithUnit: (area) => known(area, (value) => t.common.withUnit(mu(value), t.common.mu)),
    hectaresWithUnit: (area) => known(area, (value) => t.common.withUnit(fixed(squareMetresToHectares(value), 4), t.common.hectares)),
    yuan: (amount) =>
      known(amount, (value) =>
        language === "en" ? englishMoney(value, t) : chineseMoney(value),
      ),
    date: (date) => known(date, (value) => printDate(value, locale)),
    moment: (instant) => known(instant, (value) => printMoment(value, locale)),
    text: (value) => (value === null || value === undefined || value.trim() === "" ? unknown : value),
  };
}

/** Three figures of whatever size the amount has, so that a small one keeps its digits beside a large one. */
function englishMoney(amount: number, { common }: Messages): string {
  const rounded = Number(amount.toPrecision(3));
  const steps: [number, string][] = [[1e9, common.largeMoney], [1e6, common.smallMoney], [1e3, common.thousandYuan], [0, common.yuan]];
  const [step, unit] = steps.find(([least]) => Math.abs(rounded) >= least) ?? [0, common.yuan];
  return common.withUnit(new Intl.NumberFormat(LOCALES.en, { maximumFractionDigits: 2 }).format(rounded / (step || 1)), unit);
}

/** A calendar date belongs to no time zone: read and printed in UTC, it stays the same day everywhere. */
function printDate(date: string, locale: string): string {
  const parsed = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime())) return date;
  const options: Intl.DateTimeFormatOptions =
    locale === "zh-CN" ? { year: "numeric", month: "2-digit", day: "2-digit" } : { year: "numeric", month: "short", day: "numeric" };
  const printed = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(parsed);
  return printed.replaceAll("/", "-");
}

/** A moment by the clock of China, so that its day is one with the days beside it. */
function printMoment(instant: string, locale: string): string {
  const parsed = new Date(instant);
  if (Number.isNaN(parsed.getTime())) return instant;
  const options: Intl.DateTimeFormatOptions =
    locale === "zh-CN"
      ? { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }
      : { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" };
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "Asia/Shanghai" }).format(parsed).replaceAll("/", "-");
}

/** Today in China as `yyyy-MM-dd`: the day that the register goes by, whatever zone this machine is set to. */
export function today(now: Date = new Date()): string {
  return new Date(now.getTime() + CHINA_AHEAD_MILLISECONDS).toISOString().slice(0, 10);
}

/** Degrees as surveyors read them: 107.86250°E 31.08012°N. */
export function printPosition([longitude, latitude]: readonly [number, number]): string {
  const side = (value: number, positive: string, negative: string) => `${Math.abs(value).toFixed(5)}°${value < 0 ? negative : positive}`;
  return `${side(longitude, "E", "W")}  ${side(latitude, "N", "S")}`;
}
