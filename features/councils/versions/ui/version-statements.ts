import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import type { Statement } from "#domain/basics/difference.ts";
import { messages } from "#i18n/messages.ts";

/** A text of a version: what it says in English, and beside it in Welsh where it does. */
export function bilingualStatements(locale: Locale, key: string, label: string, text: BilingualText): readonly Statement[] {
  const english = { key, label, value: text.en, lang: locale === "en" ? undefined : ("en" as const) };
  if (text.en === text.cy || text.cy === "") return [english];
  return [...(text.en === "" ? [] : [english]), { key: `${key}/cy`, label: messages(locale).versions.inWelsh({ what: label }), value: text.cy, lang: locale === "cy" ? undefined : "cy" }];
}
