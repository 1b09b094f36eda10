import type { RefusedForm, TypedValues } from "#domain/basics/fault.ts";
import { err, ok, type Result } from "#domain/basics/result.ts";
import type { ActorScope } from "#domain/councils/scope.ts";
import type { FileFault } from "#domain/voting/files/file-fault.ts";
import type { UploadedFile } from "#platform/form-body.ts";
import { whatIfInput } from "./input.ts";
import { tryRules, type VoteToTry, type WhatIfAnswer, type WhatIfRefusal } from "./try-rules.ts";

const BESIDE: Readonly<Partial<Record<WhatIfRefusal, string>>> = { "no-file": "file", "file-has-faults": "file", "other-number-of-projects": "file", "no-earlier-vote": "earlier" };

export interface RefusedWhatIf extends RefusedForm {
  /** What is wrong with the file that was sent. */
  readonly fileFaults: readonly FileFault[];
}

/** Tries rules on the pot that the form names. An answer is shown at once; nothing is kept. */
export async function askWhatIf(
  scope: ActorScope,
  { values, files }: { readonly values: TypedValues; readonly files: Readonly<Record<string, UploadedFile>> },
  voteOf: (pot: string) => VoteToTry | null,
): Promise<Result<WhatIfAnswer, RefusedWhatIf>> {
  const input = whatIfInput(values);
  if (!input.ok) return err({ values, faults: input.error, fileFaults: [] });
  const vote = voteOf(input.value.pot);
  if (vote === null) return err({ values, faults: [{ field: "pot", code: "choose-one" }], fileFaults: [] });
  const file = files["file"];
  const tried = await tryRules(scope, vote, input.value, file ? file.stream() : null);
  if (tried.ok) return ok(tried.value);
  const { code, faults = [] } = tried.error;
  return err({ values, faults: [{ field: BESIDE[code] ?? "", code }], fileFaults: faults });
}
