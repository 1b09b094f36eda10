import type { Locale } from "#domain/basics/bilingual.ts";
import type { AfterCountPolicy } from "#domain/budgeting/after-count.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** The policy for money left over, in sentences. */
export function afterCountWords(locale: Locale, { order, partFunding }: AfterCountPolicy): readonly string[] {
  const t = messages(locale).reserves;
  return [t.orders[order], partFunding === null ? t.allOrNothing : t.part({ least: format(locale).percent(partFunding / 100) })];
}
