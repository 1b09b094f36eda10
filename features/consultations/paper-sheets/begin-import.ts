import { inTransaction } from "#db/client.ts";
import { fileImports } from "#db/schema/councils/imports.ts";
import type { Fault } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import { judgeHead, MOST_EXCEL_ROWS } from "#domain/consultations/register/paper-sheet.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { listEntryQuestions } from "#features/consultations/register/queries.ts";
import { record } from "#platform/audit-trail.ts";
import { fileBytes, fileChunks } from "#platform/files/read-file.ts";
import { isExcel, readSheetRows, type SheetRefusal } from "#platform/files/read-sheet.ts";
import type { StoredFile } from "#platform/files/store-file.ts";
import { cellsOf, findTableForm } from "#platform/files/table-rows.ts";
import type { PaperImportDetail } from "./paper-import.ts";
import { putInQueue } from "./put-in-queue.ts";

export interface BeginPaperImport {
  /** The form's one-use number: the same form sent twice begins once. */
  readonly id: string;
  readonly consultationId: string;
  readonly engagementId: string;
  readonly file: StoredFile;
}

/** An Excel file is opened whole. */
export const MOST_EXCEL_MEGABYTES = 8;

/** Takes a stored table of paper responses to be read by a job, first for a trial. Refused where it is no table or its columns are not the survey's. */
export async function beginPaperImport(scope: ActorScope, { id, consultationId, engagementId, file }: BeginPaperImport): Promise<Result<{ readonly begun: boolean }, Fault>> {
  authorise(scope, "responses.enter", undefined);
  const refused = (code: string, params?: Fault["params"]) => err({ field: "file", code, ...(params && { params }) });
  const opened = await readHead(file);
  if (!opened.ok) return refused(opened.error, { max: opened.error === "file-too-large" ? MOST_EXCEL_MEGABYTES : MOST_EXCEL_ROWS });
  const { form, head } = opened.value;
  const { unknown, missing, twice } = judgeHead(await listEntryQuestions(scope, consultationId), head);
  if (missing.length > 0) return refused("columns-missing", { names: missing.join(", ") });
  if (unknown.length > 0) return refused("columns-unknown", { names: unknown.slice(0, 20).join(", ").slice(0, 400) });
  if (twice.length > 0) return refused("columns-twice", { names: twice.join(", ").slice(0, 400) });
  const detail: PaperImportDetail = { consultationId, engagementId, broughtBy: scope.actor.personId, stage: "check", form, head: [...head], line: 0, wrongLines: 0, applied: 0 };
  return inTransaction(async (tx) => {
    const [begun] = await tx
      .insert(fileImports)
      .values({ id, councilId: scope.council.id, kind: "responses", fileId: file.id, fileName: file.name, detail: { ...detail } })
      .onConflictDoNothing()
      .returning({ id: fileImports.id });
    if (!begun) return ok({ begun: false });
    await record(tx, scope, { act: "responses.handed-over", thing: { kind: "import", id }, detail: { consultation: consultationId, fileName: file.name, byteLength: file.byteLength } });
    await putInQueue(tx, scope.council.id, id);
    return ok({ begun: true });
  });
}

type Opened = Pick<PaperImportDetail, "form"> & { readonly head: readonly string[] };

async function readHead(file: StoredFile): Promise<Result<Opened, SheetRefusal | "file-too-large">> {
  if (await isExcel(fileChunks(file.id))) {
    if (file.byteLength > MOST_EXCEL_MEGABYTES * 1_048_576) return err("file-too-large");
    const rows = await readSheetRows(await fileBytes(file.id), MOST_EXCEL_ROWS);
    return rows.ok ? ok({ form: null, head: rows.value[0]?.cells ?? [] }) : rows;
  }
  const { firstLine, ...form } = await findTableForm(fileChunks(file.id));
  return firstLine.trim() === "" ? err("file-unreadable") : ok({ form, head: cellsOf(firstLine.replace(/^\uFEFF/, ""), form.delimiter) });
}
