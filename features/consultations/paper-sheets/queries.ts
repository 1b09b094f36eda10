import { sheetHead } from "#domain/consultations/register/paper-sheet.ts";
import type { AnyScope } from "#domain/councils/scope.ts";
import { listEntryQuestions } from "#features/consultations/register/queries.ts";

/** An empty table to write paper responses into: its head. What a column means stands in the code book. */
export async function* emptySheet(scope: AnyScope, consultationId: string): AsyncGenerator<readonly string[]> {
  yield sheetHead(await listEntryQuestions(scope, consultationId));
}
