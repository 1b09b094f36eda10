import { eachFault, getImport, type ImportInView } from "#features/councils/imports/queries.ts";
import { faultWords } from "#features/councils/imports/ui/fault-words.ts";
import { isGeography } from "#features/councils/imports/ui/import.tsx";
import { officerPage } from "#features/councils/respond.tsx";
import type { Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import { csvResponse } from "#platform/files/csv-response.ts";

export const GET = officerPage<"import">(async (scope, visit) => {
  const seen = await getImport(scope, visit.params.import);
  return csvResponse(`${seen.fileName}-faults.csv`, rows(scope.locale, seen));
});

async function* rows(locale: Locale, seen: ImportInView): AsyncGenerator<readonly (string | number)[]> {
  const t = messages(locale).councils.imports;
  yield [isGeography(seen) ? t.feature : t.line, t.column, t.fault, t.found];
  for await (const { line, column, code, found } of eachFault(seen)) yield [line, column, faultWords(locale, code), found];
}
