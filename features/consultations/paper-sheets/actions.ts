import { err, type Result } from "#domain/basics/result.ts";
import type { RefusedForm } from "#domain/basics/fault.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { UploadedFile } from "#platform/form-body.ts";
import { importPapers as read, type ImportedPapers } from "./import-papers.ts";

/** Bytes of one table at most. */
export const MOST_SHEET_BYTES = 8 * 1_048_576;

/** Reads a table of paper responses that was sent with a form. */
export async function importPapers(scope: ActorScope, consultationId: string, file: UploadedFile | undefined): Promise<Result<ImportedPapers, RefusedForm>> {
  if (!file) return err({ values: {}, faults: [{ field: "file", code: "file-needed" }] });
  const bytes = Buffer.from(await new Response(file.stream()).arrayBuffer());
  const done = await read(scope, { consultationId, bytes });
  return done.ok ? done : err({ values: {}, faults: [done.error] });
}
