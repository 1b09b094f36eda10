import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import { removeStored, storeFile, type StoredFile } from "#platform/files/store-file.ts";
import type { ImportInView } from "#features/councils/imports/queries.ts";
import { beginRollImport } from "./begin-import.ts";
import { confirmColumns } from "./confirm-columns.ts";
import { answerRollImport } from "./confirm-import.ts";
import { readColumns, rollFileInput } from "./input.ts";
import { asRollDetail } from "./roll-import.ts";

/** A million people with long addresses. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Takes a roll as it arrives. */
export async function takeRollFile(scope: ActorScope, rollId: string, request: Request): Promise<Result<{ readonly importId: string }, RefusedForm>> {
  // Before a single byte is taken.
  authorise(scope, "roll.manage", undefined);
  const upload = await readUpload<Result<StoredFile, string>>(request, {
    mostBytes: MOST_BYTES,
    keep: (file) => storeFile(file, { councilId: scope.council.id, contentType: "text/csv", judge: notATable }),
    drop: removeStored,
  });
  if (!upload.ok) return refuse({}, upload.error === "too-large" ? "file-too-large" : `body-${upload.error}`);
  const { values, files } = upload.value;
  const file = files["roll"];
  if (file === undefined) return refuse(values, "file-missing");
  if (!file.ok) return refuse(values, file.error);
  const input = rollFileInput(values);
  const { begun } = input.ok ? await beginRollImport(scope, { id: input.value.once, rollId, file: file.value }) : { begun: false };
  if (!begun) await removeStored(file);
  return input.ok ? ok({ importId: input.value.once }) : err({ values, faults: input.error });
}

/** What is wrong with a file that does not even begin like a table of text. */
function notATable(start: Buffer): string | null {
  if (start.subarray(0, 2).toString("latin1") === "PK") return "file-zip";
  return start.includes(0) || (!start.subarray(0, 4096).includes(10) && start.length >= 4096) ? "file-not-table" : null;
}

const refuse = (values: TypedValues, code: string): Result<never, RefusedForm> => err({ values, faults: [{ field: "roll", code }] });

/** Columns confirmed, a yes or a no, by the button that was pressed. */
export async function answerImport(scope: ActorScope, seen: ImportInView, values: TypedValues): Promise<Result<void, RefusedForm>> {
  const pressed = values["answer"]?.at(-1);
  if (pressed === "yes" || pressed === "no") return answerRollImport(scope, { importId: seen.id, yes: pressed === "yes" });
  const columns = readColumns(values, asRollDetail(seen.detail).header.length);
  const confirmed = await confirmColumns(scope, { importId: seen.id, columns, whole: values["whole"]?.at(-1) !== "no" });
  return confirmed.ok ? confirmed : err({ values, faults: confirmed.error });
}
