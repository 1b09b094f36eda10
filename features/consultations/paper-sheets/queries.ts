import { sheetHead } from "#domain/consultations/register/paper-sheet.ts";
import type { ActorScope, AnyScope } from "#domain/councils/scope.ts";
import { listImports, type ImportInView } from "#features/councils/imports/queries.ts";
import { listEntryQuestions } from "#features/consultations/register/queries.ts";

/** The tables of this consultation that were brought last, the newest first. */
export const listPaperImports = (scope: ActorScope, consultationId: string): Promise<readonly ImportInView[]> => listImports(scope, "responses", { consultationId });

export { asPaperImport, type PaperImportDetail } from "./paper-import.ts";

/** An empty table to write paper responses into: its head. What a column means stands in the code book. */
export async function* emptySheet(scope: AnyScope, consultationId: string): AsyncGenerator<readonly string[]> {
  yield sheetHead(await listEntryQuestions(scope, consultationId));
}
