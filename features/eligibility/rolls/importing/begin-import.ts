import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { guessColumns } from "#domain/eligibility/rolls/roll-file.ts";
import { found } from "#domain/policy/access-error.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { record } from "#platform/audit-trail.ts";
import { fileChunks } from "#platform/files/read-file.ts";
import type { StoredFile } from "#platform/files/store-file.ts";
import { cellsOf, findTableForm, tablePieces } from "#platform/files/table-rows.ts";
import { hasRoll } from "../queries.ts";
import type { RollImportDetail } from "./roll-import.ts";

const SAMPLE_ROWS = 5;

/** Takes a stored file as a roll whose columns are to be confirmed. The same form sent twice begins once. */
export async function beginRollImport(scope: ActorScope, { id, rollId, file }: { readonly id: string; readonly rollId: string; readonly file: StoredFile }): Promise<{ readonly begun: boolean }> {
  authorise(scope, "roll.manage", undefined);
  found((await hasRoll(scope, rollId)) || undefined, "roll");
  const { firstLine, ...form } = await findTableForm(fileChunks(file.id));
  const header = cellsOf(firstLine.replace(/^\uFEFF/, ""), form.delimiter);
  const sample: (readonly string[])[] = [];
  for await (const { rows } of tablePieces(fileChunks(file.id), form)) {
    sample.push(...rows.slice(1, 1 + SAMPLE_ROWS).map(({ cells }) => cells ?? []));
    break;
  }
  const detail: RollImportDetail = { rollId, stage: "columns", form, header, sample, columns: guessColumns(header), whole: true, line: 0, worked: 0 };
  return inTransaction(async (tx) => {
    const [begun] = await tx
      .insert(fileImports)
      .values({ id, councilId: scope.council.id, kind: "roll", fileId: file.id, fileName: file.name, detail: { ...detail } })
      .onConflictDoNothing()
      .returning({ id: fileImports.id });
    if (!begun) return { begun: false };
    await record(tx, scope, { act: "roll.handed-over", thing: { kind: "import", id }, detail: { rollId, fileName: file.name, byteLength: file.byteLength } });
    return { begun: true };
  });
}
