import { z } from "zod";
import { once } from "#domain/basics/fields.ts";
import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { formInput } from "#domain/basics/form-input.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import { removeStored, storeFile, type StoredFile } from "#platform/files/store-file.ts";
import { answerPaperImport as answer } from "./answer-import.ts";
import { beginPaperImport } from "./begin-import.ts";

/** Hundreds of thousands of papers. */
const MOST_BYTES = 256 * 1_048_576;

const onceInput = formInput(z.object({ once: once() }));

/** Takes a table of paper responses as it arrives, to be read by a job. */
export async function takePaperSheet(scope: ActorScope, at: { readonly consultationId: string; readonly engagementId: string }, request: Request): Promise<Result<{ readonly importId: string }, RefusedForm>> {
  // Before a single byte is taken.
  authorise(scope, "responses.enter", undefined);
  const upload = await readUpload<Result<StoredFile, string>>(request, { mostBytes: MOST_BYTES, keep: (file) => storeFile(file, { councilId: scope.council.id }), drop: removeStored });
  if (!upload.ok) return refuse({}, upload.error === "too-large" ? "file-too-large" : `body-${upload.error}`, MOST_BYTES / 1_048_576);
  const { values, files } = upload.value;
  const file = files["file"];
  if (file === undefined) return refuse(values, "file-needed");
  if (!file.ok) return refuse(values, file.error === "file-empty" ? "file-unreadable" : file.error, MOST_BYTES / 1_048_576);
  const input = onceInput(values);
  const begun = input.ok ? await beginPaperImport(scope, { ...at, id: input.value.once, file: file.value }) : null;
  if (!begun?.ok || !begun.value.begun) await removeStored(file);
  if (!input.ok) return err({ values, faults: input.error });
  return begun && !begun.ok ? err({ values, faults: [begun.error] }) : ok({ importId: input.value.once });
}

const refuse = (values: TypedValues, code: string, max?: number): Result<never, RefusedForm> => err({ values, faults: [{ field: "file", code, ...(max !== undefined && { params: { max } }) }] });

/** Somebody's yes or no, by the button that was pressed. */
export const answerPaperImport = (scope: ActorScope, importId: string, values: TypedValues) => answer(scope, { importId, yes: values["answer"]?.at(-1) === "yes" });
