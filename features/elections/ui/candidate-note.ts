import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import { schoolInWords } from "./school-in-words.ts";

/** A candidate's school and year group as they stand under a name; empty where they said neither. */
export function candidateNote({ school, yearGroup }: { readonly school: string; readonly yearGroup: number | null }): BilingualText {
  const say = (locale: Locale): string => {
    const t = messages(locale).nominations.paperName;
    if (yearGroup === null) return schoolInWords(locale, school);
    return school === "" ? t.year({ year: yearGroup }) : t.schoolYear({ school: schoolInWords(locale, school), year: yearGroup });
  };
  return { en: say("en"), cy: say("cy") };
}
