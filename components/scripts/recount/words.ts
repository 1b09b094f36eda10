import type { Locale } from "#domain/basics/bilingual.ts";
import { format, type Format } from "#i18n/format.ts";
import { countSheets as sheetsCy } from "#i18n/messages/cy/count-sheets.ts";
import { fileFaults as faultsCy } from "#i18n/messages/cy/file-faults.ts";
import { recount as recountCy } from "#i18n/messages/cy/recount.ts";
import { countSheets as sheetsEn } from "#i18n/messages/en/count-sheets.ts";
import { fileFaults as faultsEn } from "#i18n/messages/en/file-faults.ts";
import { recount as recountEn } from "#i18n/messages/en/recount.ts";
import type { Translated } from "#i18n/translated.ts";

/** The words that the script says, of the page's language. Only these three files of messages come with it. */
export interface Words {
  readonly locale: Locale;
  readonly f: Format;
  readonly t: Translated<typeof recountEn>;
  readonly faults: Translated<typeof faultsEn>;
  readonly sheets: Translated<typeof sheetsEn>;
}

export const wordsOf = (locale: Locale): Words =>
  locale === "cy" ? { locale, f: format(locale), t: recountCy, faults: faultsCy, sheets: sheetsCy } : { locale, f: format(locale), t: recountEn, faults: faultsEn, sheets: sheetsEn };
