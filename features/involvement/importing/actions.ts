import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import { authorise } from "#domain/policy/authorise.ts";
import { action } from "#platform/action.ts";
import { readUpload } from "#platform/files/read-upload.ts";
import { removeStored, storeFile, type StoredFile } from "#platform/files/store-file.ts";
import { checkVoteFile } from "./check-vote-file.ts";
import { importVote } from "./import-vote.ts";
import { bringInInput, fileInput } from "./input.ts";

export const VOTE_FILE_MOST_BYTES = 20 * 1024 * 1024;

/** Takes a file of votes as it arrives, reads it and keeps what it found. */
export async function takeVoteFile(scope: ActorScope, request: Request): Promise<Result<{ readonly importId: string }, RefusedForm>> {
  // Before a single byte is taken.
  authorise(scope, "programme.import", null);
  const upload = await readUpload<Result<StoredFile, string>>(request, {
    mostBytes: VOTE_FILE_MOST_BYTES,
    keep: (file) => storeFile(file, { councilId: scope.council.id, contentType: "application/octet-stream" }),
    drop: removeStored,
  });
  if (!upload.ok) return refuse({}, upload.error === "too-large" ? "file-too-large" : `body-${upload.error}`);
  const { values, files } = upload.value;
  const { file } = files;
  if (file === undefined) return refuse(values, "file-missing");
  if (!file.ok) return refuse(values, file.error);
  const input = fileInput(values);
  if (!input.ok) {
    await removeStored(file);
    return err({ values, faults: input.error });
  }
  const { kept } = await checkVoteFile(scope, input.value.once, file.value);
  if (!kept) await removeStored(file);
  return ok({ importId: input.value.once });
}

const refuse = (values: TypedValues, code: string): Result<never, RefusedForm> => err({ values, faults: [{ field: "file", code }] });

export const bringIn = action({
  input: bringInInput,
  run: ({ scope, importId }: { readonly scope: ActorScope; readonly importId: string }) => importVote(scope, { importId }),
});
