import type { Locale } from "#domain/basics/bilingual.ts";
import { faultText, messages } from "#i18n/messages.ts";
import type { ImportFault, ImportKind } from "#domain/councils/file-import.ts";

/** What a fault in a file of this kind means, with the common words of faults where the file has none of its own. */
export function faultWords(locale: Locale, kind: ImportKind, { code, found }: Pick<ImportFault, "code" | "found">): string {
  const { councils, drafting, feasibility, answering, paperEntry } = messages(locale);
  const own =
    kind === "reviews" ? { ...councils.importFaults, ...drafting.faults, ...feasibility.faults }
    : kind === "responses" ? { ...answering.faults, ...councils.importFaults, ...paperEntry.sheet.faults, ...paperEntry.sheet.fileFaults }
    : councils.importFaults;
  return faultText(locale, { field: "", code, params: { found } }, own);
}

/** A column as its file calls it; a sheet of reviews has the names of the page's language. */
export function columnWords(locale: Locale, kind: ImportKind, column: string): string {
  const names: Readonly<Record<string, string>> = kind === "reviews" ? messages(locale).feasibility.sheet.columns : {};
  return names[column] ?? column;
}
