import type { Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";

/** What the code of a fault in a file means, with the common words of faults where the file has none of its own. */
export function faultWords(locale: Locale, code: string): string {
  const { councils, faults } = messages(locale);
  const own: Readonly<Record<string, unknown>> = councils.importFaults;
  const common: Readonly<Record<string, unknown>> = faults;
  const words = own[code] ?? common[code] ?? faults["not-understood"];
  return typeof words === "function" ? String(words({})) : String(words);
}
