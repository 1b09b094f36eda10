import type { Locale } from "#domain/basics/bilingual.ts";
import type { DutyYear, RecordVersion } from "#features/involvement/duty/queries.ts";
import { messages } from "#i18n/messages.ts";

/** 2026 to 2027. */
export const yearWords = (locale: Locale, year: number): string => messages(locale).duty.year({ from: year, to: year + 1 });

export function levelWords(locale: Locale, { level }: Pick<RecordVersion, "level">): string {
  const t = messages(locale).duty;
  return level === null ? t.noLevel : t.levels[level];
}

/** Of those that are to be reported back by now, how many were. */
export function reportedBack({ gaps, engagements }: Pick<DutyYear, "gaps" | "engagements">): { readonly done: number; readonly due: number } {
  const late = gaps.filter(({ kind }) => kind === "not-reported-back").length;
  const done = engagements.filter(({ state }) => state === "fed-back" || state === "archived").length;
  return { done, due: done + late };
}
