import type { BilingualText } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";

/** A candidate's school and year group as they stand under a name; empty where they said neither. */
export function candidateNote({ school, yearGroup }: { readonly school: string; readonly yearGroup: number | null }): BilingualText {
  if (yearGroup === null) return { en: school, cy: school };
  if (school === "") return { en: messages("en").nominations.paperName.year({ year: yearGroup }), cy: messages("cy").nominations.paperName.year({ year: yearGroup }) };
  return { en: messages("en").nominations.paperName.schoolYear({ school, year: yearGroup }), cy: messages("cy").nominations.paperName.schoolYear({ school, year: yearGroup }) };
}
