import { daysLeft, type Clock } from "#domain/asset-transfers/clock.ts";
import type { Locale } from "#domain/basics/bilingual.ts";
import { format } from "#i18n/format.ts";
import { messages } from "#i18n/messages.ts";

/** Nobody counts days further ahead. */
const A_YEAR = 366;

/** How a clock stands, in words: until when, of an owner’s waiting time since when, and how many days are left. */
export function clockWords(locale: Locale, clock: Clock, today: string): string {
  const t = messages(locale).assetTransfers;
  const left = daysLeft(clock, today);
  const from = clock.id.endsWith("moratorium") || clock.id === "protected" ? ` (${t.from({ date: format(locale).date(clock.from) })})` : "";
  const rest = left > A_YEAR ? "" : left > 0 ? t.daysLeft({ count: left }) : left === 0 ? t.lastDay : t.ranOut({ count: -left });
  return `${t.clocks[clock.id]({ date: format(locale).date(clock.lastDay) })}${from}.${rest === "" ? "" : ` ${rest}.`}`;
}
