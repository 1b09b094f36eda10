import type { BilingualText, Locale } from "#domain/basics/bilingual.ts";
import { shownName, type ToldBy } from "#domain/elections/names-on-paper.ts";
import { messages } from "#i18n/messages.ts";
import { schoolInWords } from "../ui/school-in-words.ts";

interface Named {
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly showsSurname: boolean;
  readonly school: string;
  readonly yearGroup: number | null;
  readonly tellApartEn: string;
  readonly tellApartCy: string;
}

/** A candidate's name as it stands on the paper in either language, with what tells it from another of the same name. */
export function paperName(row: Named, told: ToldBy): BilingualText {
  const name = shownName({ ...row, tellApart: "" });
  const inLocale = (locale: Locale): string => {
    const t = messages(locale).nominations.paperName;
    const school = schoolInWords(locale, row.school);
    switch (told) {
      case "school":
        return t.with({ name, what: school });
      case "school-and-year":
        return t.with({ name, what: row.yearGroup === null ? school : t.schoolYear({ school, year: row.yearGroup }) });
      case "own-words":
        return t.with({ name, what: locale === "cy" ? row.tellApartCy || row.tellApartEn : row.tellApartEn || row.tellApartCy });
      case "name":
      case "alike":
        return name;
    }
  };
  return { en: inLocale("en"), cy: inLocale("cy") };
}
