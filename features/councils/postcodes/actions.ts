import type { Fault, RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import { removeStored, storeFile, type StoredFile } from "#platform/files/store-file.ts";
import { beginPostcodeImport } from "./begin-import.ts";
import { postcodeFileInput } from "./input.ts";

/** The whole directory of the United Kingdom is about 1.3 GB. */
export const POSTCODE_FILE_MOST_BYTES = 3 * 1024 * 1024 * 1024;

/** Takes a directory of postcodes as it arrives and begins to read it in. */
export async function takePostcodeFile(scope: ActorScope, request: Request): Promise<Result<{ readonly importId: string }, RefusedForm>> {
  // Before a single byte is taken.
  authorise(scope, "postcodes.import", null);
  const upload = await readUpload<Result<StoredFile, string>>(request, {
    mostBytes: POSTCODE_FILE_MOST_BYTES,
    keep: (file) => storeFile(file, { councilId: scope.council.id, contentType: "text/csv", judge: notATable }),
    drop: removeStored,
  });
  if (!upload.ok) return refuse({}, upload.error === "too-large" ? "file-too-large" : `body-${upload.error}`);
  const { values, files } = upload.value;
  const file = files["postcodes"];
  if (file === undefined) return refuse(values, "file-missing");
  if (!file.ok) return refuse(values, file.error);
  const input = postcodeFileInput(values);
  const { begun } = input.ok ? await beginPostcodeImport(scope, input.value.once, file.value) : { begun: false };
  if (!begun) await removeStored(file);
  return input.ok ? ok({ importId: input.value.once }) : err({ values, faults: input.error });
}

/** What is wrong with a file that does not even begin like a table of text. */
function notATable(start: Buffer): string | null {
  if (start.subarray(0, 2).toString("latin1") === "PK") return "file-zip";
  return start.includes(0) || !start.subarray(0, 4096).includes(10) && start.length >= 4096 ? "file-not-table" : null;
}

const refuse = (values: TypedValues, code: string): Result<never, RefusedForm> => err({ values, faults: [{ field: "postcodes", code } satisfies Fault] });
