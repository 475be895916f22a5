import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import type { Language } from "../view/view-url";
import { makeFormats, type Formats } from "./format";
import { messagesEn } from "./messages-en";
import { messagesZh, type Messages } from "./messages-zh";

export interface Texts {
  language: Language;
  t: Messages;
  f: Formats;
  /** Picks the server's wording in the user's language. */
  pick: (chinese: string | null | undefined, english: string | null | undefined) => string;
  /** The same for a text that holds both. */
  say: (text: { zh: string; en: string }) => string;
}

const TABLES: Record<Language, Messages> = { zh: messagesZh, en: messagesEn };

const LanguageContext = createContext<Texts | null>(null);

/** Chinese unless the browser asks for another language. */
export function browserLanguage(languages: readonly string[] = navigator.languages): Language {
  return (languages[0] ?? "zh").toLowerCase().startsWith("zh") ? "zh" : "en";
}

export function textsOf(language: Language): Texts {
  const t = TABLES[language];
  const pick = (chinese: string | null | undefined, english: string | null | undefined) =>
    (language === "zh" ? (chinese ?? english) : (english ?? chinese)) ?? "";
  return { language, t, f: makeFormats(language, t), pick, say: (text) => text[language] };
}

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const texts = useMemo(() => textsOf(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = texts.t.product.title;
  }, [language, texts]);
  return <LanguageContext value={texts}>{children}</LanguageContext>;
}

export function useTexts(): Texts {
  const texts = useContext(LanguageContext);
  if (texts === null) throw new Error("useTexts stands outside LanguageProvider");
  return texts;
}
