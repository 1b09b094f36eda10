import type { Locale } from "#domain/basics/bilingual.ts";
import { TAUGHT_AT_HOME } from "#domain/elections/taught-at-home.ts";
import { messages } from "#i18n/messages.ts";

/** Where a candidate learns, as it is shown in a language. */
export const schoolInWords = (locale: Locale, school: string): string => (school === TAUGHT_AT_HOME ? messages(locale).nominations.paperName.atHome : school);
