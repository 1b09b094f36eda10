import type { Locale } from "#domain/basics/bilingual.ts";
import { messages } from "#i18n/messages.ts";
import type { FaultInView, ImportInView } from "../queries.ts";
import { columnWords, faultWords } from "./fault-words.ts";
import { isGeography } from "./import.tsx";

/** Every fault of a file as a table. */
export async function* faultRows(locale: Locale, seen: ImportInView, faults: AsyncIterable<FaultInView>): AsyncGenerator<readonly (string | number)[]> {
  const t = messages(locale).councils.imports;
  yield [isGeography(seen) ? t.feature : t.line, t.column, t.fault, t.found];
  for await (const fault of faults) yield [fault.line, columnWords(locale, seen.kind, fault.column), faultWords(locale, seen.kind, fault), fault.found];
}
